import { plural } from "../../report/texts/english-plural.js";
import type { ReviewLabels } from "./labels.js";

const creatives = (count: number) => plural(count, "creative");

/** The review page's labels in English. */
export const ENGLISH_REVIEW_LABELS: ReviewLabels = {
  title: "Library review",
  loading: "Reading the library …",
  foot: (version) => `samecut ${version}. What this page shows comes from the library on this service.`,
  again: "Try again",

  connection: {
    lost: "The service does not answer.",
    remedy:
      "Start it again as it was started before. What you see, have typed and have selected stays here; this page goes on by itself once the service is back.",
  },

  token: {
    heading: "This library wants a token",
    explanation: "Enter a token of this service. It decides which creatives you see and what you may change.",
    name: "Token",
    open: "Open",
    kept: "It is kept in this tab only, until the tab is closed.",
  },

  empty: {
    heading: "This library is empty.",
    explanation:
      "Add what was delivered with samecut library add and the name of its folder, or let an upload service do it; then load this page again. A file can be checked already, and will be like nothing.",
  },

  search: {
    heading: "Find a creative",
    explanation: "By a part of its name. What is like it comes with it.",
    hint: "id, account or file",
    nothing: "No creative has this in its id, account or file.",
    found: (count, more) => (more ? `The first ${creatives(count)}` : creatives(count)),
    noPairs: "Like no other.",
  },

  check: {
    heading: "Check a file",
    hint: "Drop a video or picture here. It is compared with the library; nothing is added or kept.",
    choose: "Choose a file",
    stages: {
      sending: (percent) => `Sending: ${percent}`,
      waiting: "Waiting for a free decoder",
      reading: (time) => `Fingerprinting: ${time}`,
      comparing: "Comparing with the library",
      picturing: "Taking pictures",
    },
    cancel: "Cancel",
    dismiss: "Close",
    again: "Check again",
    unlike: (name) => `${name} is like nothing in this library.`,
    alike: (name, count) => `${name} is like ${creatives(count)} of this library.`,
    allowedToo: (count) => `${creatives(count)} more marked as no match.`,
    broken: "The connection broke off before the file was checked.",
  },

  allowance: {
    mark: "Not a match",
    takeBack: "Take back: not a match",
    marked: "Marked as no match: it counts for nothing.",
    takenBack: "Taken back: it counts as a match again.",
    heading: (count) => `Marked as no match (${count})`,
  },

  playback: {
    heading: "Both in step",
    caption: "The same footage of both plays at the same time; where one has more, the other waits.",
    load: "Load the videos",
    play: "Play",
    pause: "Pause",
    position: "Position",
    sound: "Sound",
    silent: "Silent",
    unavailable:
      "There is no file with this content where its path says. Start with --root and the folder that has the originals.",
    unplayable: "This browser cannot play the file.",
    stills: "Its pictures follow the clock instead.",
    noStills: "There are no pictures of it either.",
  },

  selection: {
    select: "Select",
    selected: (count) => `${plural(count, "pair")} selected`,
    gone: (count) =>
      `The file is without ${plural(count, "selected pair")}: the library no longer has both creatives.`,
    export: "Export as",
    clear: "Clear",
  },

  firstPublish: {
    choose: "This was published first",
    explanation: "The earliest of a group counts as its first publish. When was this one first delivered?",
    delivered: "First delivered",
    saved: "Saved: the groups follow the new date.",
    save: "Save",
    cancel: "Cancel",
  },
};
