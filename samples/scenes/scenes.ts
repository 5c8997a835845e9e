import type { Drawing } from "../drawing/drawing.js";
import { seededRandom } from "../random.js";
import { choppingHands, followingCamera, match, pitch, worktop } from "./action.js";
import { appFrame, messagesPage, scrolled, shopPage } from "./app-screens.js";
import { cartoonWorld, robotAndBalloon } from "./cartoon.js";
import { birdsAndBoat, landscape, nightCity, traffic } from "./outdoors.js";
import { PEOPLE } from "./people.js";
import { type Person, presenter, take } from "./person.js";
import { bottle, kettle, table } from "./products.js";
import { garden, office } from "./rooms.js";
import { placed, type Scene, UPRIGHT, WIDE } from "./scene.js";
import { slidePaper, slides } from "./slides.js";
import { threeBandAd } from "./three-band-ad.js";

const LANDSCAPE: Scene = {
  ...WIDE,
  name: "landscape-pan",
  seconds: 9,
  backdrop: landscape(seededRandom("landscape")),
  view: (timeSeconds) => ({ x: Math.round(timeSeconds * 70), y: 0 }),
  actors: birdsAndBoat,
};

const KITCHEN: Scene = {
  ...WIDE,
  name: "cooking-hands",
  seconds: 8,
  backdrop: worktop(seededRandom("worktop")),
  actors: choppingHands,
};

const CARTOON: Scene = {
  ...WIDE,
  name: "cartoon-robot",
  seconds: 8,
  backdrop: cartoonWorld(seededRandom("cartoon")),
  actors: robotAndBalloon,
};

/** Every scene of the samples. Names are unique; how scenes relate to each other is said in `relations.ts`. */
export const SCENES: readonly Scene[] = [
  speech("anna-in-the-office", PEOPLE.anna, office(seededRandom("office"), "right"), 8),
  speech("anna-in-the-office-again", PEOPLE.anna, office(seededRandom("office"), "right"), 7),
  speech("anna-in-the-garden", PEOPLE.anna, garden(seededRandom("garden")), 8),
  speech("ben-in-the-office", PEOPLE.ben, office(seededRandom("office"), "right"), 8),
  speech("cora-in-another-office", PEOPLE.cora, office(seededRandom("another office"), "left"), 8),
  {
    ...UPRIGHT,
    name: "bottle-on-table",
    seconds: 8,
    backdrop: table(seededRandom("table")),
    actors: bottle(seededRandom("bottle")),
  },
  {
    ...UPRIGHT,
    name: "kettle-on-table",
    seconds: 8,
    backdrop: table(seededRandom("table")),
    actors: kettle(seededRandom("kettle")),
  },
  {
    ...UPRIGHT,
    name: "app-shop-page",
    seconds: 8,
    backdrop: shopPage(seededRandom("shop")),
    view: scrolled,
    actors: appFrame(seededRandom("app")),
  },
  {
    ...UPRIGHT,
    name: "app-messages-page",
    seconds: 8,
    backdrop: messagesPage(seededRandom("messages")),
    view: scrolled,
    actors: appFrame(seededRandom("app")),
  },
  { ...UPRIGHT, name: "slides-offer", seconds: 8, backdrop: slidePaper(), actors: slides("offer") },
  { ...UPRIGHT, name: "slides-course", seconds: 8, backdrop: slidePaper(), actors: slides("course") },
  LANDSCAPE,
  {
    ...WIDE,
    name: "city-at-night",
    seconds: 8,
    backdrop: nightCity(seededRandom("city")),
    actors: traffic(seededRandom("traffic")),
  },
  KITCHEN,
  CARTOON,
  {
    ...WIDE,
    name: "football-match",
    seconds: 7,
    backdrop: pitch(seededRandom("pitch")),
    view: followingCamera,
    actors: match(seededRandom("match")),
  },
  threeBandAd("three-band-cooking", "blue", KITCHEN),
  threeBandAd("three-band-cooking-other-bands", "red", KITCHEN),
  threeBandAd("three-band-cartoon", "blue", CARTOON),
];

/** One scene by its name; a RangeError when there is none. */
export function sceneNamed(name: string): Scene {
  const scene = SCENES.find((candidate) => candidate.name === name);
  if (scene === undefined) throw new RangeError(`No scene is called ${name}`);
  return scene;
}

function speech(name: string, person: Person, backdrop: Drawing, seconds: number): Scene {
  const random = seededRandom("take", name);
  const performance = take(random);
  const [x, y] = [180 + random.integer(-8, 8), 372 + random.integer(-8, 8)];
  return {
    ...UPRIGHT,
    name,
    seconds,
    backdrop,
    actors: (timeSeconds) => [placed([presenter(person, performance, timeSeconds)], x, y, 0, 1.12)],
  };
}
