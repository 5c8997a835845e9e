import type { z } from "zod";
import type { Library } from "../../index.js";
import { isOwn } from "../access/caller.js";
import { creativeAnswer } from "../answers/creative-answer.js";
import { GROUPS_ANSWER } from "../answers/groups-answer.js";
import type { ViewQuestion } from "./view-question.js";

/** The groups of similar creatives that have one of the caller's. */
export async function groupsView(
  { caller }: Extract<ViewQuestion, { view: "groups" }>,
  library: Library,
): Promise<z.output<typeof GROUPS_ANSWER>> {
  const groups = await library.groups();
  const told = groups.filter(({ members }) => members.some((member) => isOwn(caller, member)));
  return GROUPS_ANSWER.parse({
    groups: told.map(({ first, members }) => ({
      first: creativeAnswer(first, caller),
      members: members.map((member) => creativeAnswer(member, caller)),
    })),
  });
}
