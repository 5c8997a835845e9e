import { box, colour, type Drawing, drawing } from "../drawing/drawing.js";
import { seededRandom } from "../random.js";
import { appFrame, messagesPage, scrolled, shopPage } from "./app-screens.js";
import { type Person, presenter, take } from "./person.js";
import { bottle, kettle, table } from "./products.js";
import { placed, type Scene, UPRIGHT } from "./scene.js";
import { slidePaper, slides } from "./slides.js";

/** Scenes that share all but what they are about: no two of them are similar. */
export interface LookAlikes {
  /** Lower-case words joined by hyphens. */
  readonly name: string;
  readonly scenes: readonly Scene[];
}

/** Seconds that each of them plays. */
const SECONDS = 6;

/** The look-alikes that ads are made of: one design, one app, one table, one wall. */
export const LOOK_ALIKES: readonly LookAlikes[] = [
  {
    name: "other-words-same-design",
    scenes: ["price", "loan", "travel", "school", "games", "garden", "pets", "phone"].map((words) =>
      scene(`slides-${words}`, slidePaper(), slides(words)),
    ),
  },
  {
    name: "other-page-same-app",
    scenes: ["one", "two", "three", "four", "five", "six", "seven", "eight"].map((page, index) => ({
      ...scene(
        `app-${page}`,
        (index % 2 === 0 ? shopPage : messagesPage)(seededRandom("look-alike page", page)),
        appFrame(seededRandom("app")),
      ),
      view: scrolled,
    })),
  },
  {
    name: "other-product-same-table",
    // Two bottles with other labels would be one video with its text changed (rule 3).
    scenes: [
      scene("table-oil", table(seededRandom("table")), bottle(seededRandom("look-alike product", "oil"))),
      scene("table-tea", table(seededRandom("table")), kettle(seededRandom("look-alike product", "tea"))),
    ],
  },
  {
    name: "other-person-same-wall",
    // Names whose persons differ in face or hair: one person in two shirts would be the same person in the same scene (rule 5).
    scenes: ["dora", "emil", "fay", "gus", "hanna", "ivo", "jana", "kai", "lena", "rosa"].map(talker),
  },
];

function scene(name: string, backdrop: Drawing, actors: Scene["actors"]): Scene {
  return { ...UPRIGHT, name: `look-alike-${name}`, seconds: SECONDS, backdrop, actors };
}

/** Somebody speaking before the same plain wall, in the same framing. */
function talker(name: string): Scene {
  const { width, height } = UPRIGHT;
  const random = seededRandom("look-alike person", name);
  const wall = drawing(width, height, [box(0, 0, width, height, "#d8dde3")]);
  const hue = random.integer(0, 359);
  const person: Person = {
    skin: random.pick(["#f0c8a6", "#9c6a45", "#e8b48c", "#6b4630", "#f7d9c4"]),
    hair: random.pick(["#5b3418", "#15100d", "#b23a2c", "#d9b25f", "#8a8a8a"]),
    hairStyle: random.pick(["short", "long", "bun", "curly"]),
    shirt: colour(hue, 50, 42),
    shirtDetail: colour((hue + 150) % 360, 45, 75),
    shirtPattern: random.pick(["stripes", "checks", "dots", "jacket"]),
    glasses: random.integer(0, 1) === 1,
    beard: random.integer(0, 3) === 0,
    build: random.number(0.92, 1.12),
  };
  const performance = take(random);
  return scene(`wall-${name}`, wall, (time) => [
    placed([presenter(person, performance, time)], 180, 372, 0, 1.12),
  ]);
}
