import type { Person } from "./person.js";

/** The persons of the samples; each is easy to tell from the others. */
export const PEOPLE = {
  anna: {
    skin: "#f0c8a6",
    hair: "#5b3418",
    hairStyle: "long",
    shirt: "#2f7d6d",
    shirtDetail: "#f4f1e4",
    shirtPattern: "stripes",
    glasses: false,
    beard: false,
    build: 0.96,
  },
  ben: {
    skin: "#9c6a45",
    hair: "#15100d",
    hairStyle: "short",
    shirt: "#33415c",
    shirtDetail: "#1b2436",
    shirtPattern: "jacket",
    glasses: true,
    beard: true,
    build: 1.1,
  },
  cora: {
    skin: "#e8b48c",
    hair: "#b23a2c",
    hairStyle: "curly",
    shirt: "#f2c14e",
    shirtDetail: "#8c2f39",
    shirtPattern: "dots",
    glasses: true,
    beard: false,
    build: 1.02,
  },
} as const satisfies Record<string, Person>;
