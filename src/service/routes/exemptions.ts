import { z } from "zod";
import { type Exemption, SamecutError } from "../../index.js";
import { callerOf } from "../access/guard.js";
import { isOwnRule } from "../access/own-rule.js";
import { ERROR_ANSWER } from "../answers/error-answer.js";
import { EXEMPTION_ANSWER, EXEMPTION_BODY } from "../answers/exemption-answer.js";
import { ownCreative } from "./creatives.js";
import type { RoutePlugin } from "./route-plugin.js";

/** Exemptions in the order of making. */
export const EXEMPTIONS_ANSWER = z.object({ exemptions: z.array(EXEMPTION_ANSWER) });

/** Rules by which likeness does not count in the account view; whose they are, `isOwnRule` says. */
export const exemptionRoutes: RoutePlugin = async (app, { context: { library, exemptions } }) => {
  app.get(
    "/v1/exemptions",
    {
      config: { needs: "read" },
      schema: {
        summary: "The exemptions that concern the caller's accounts only, those taken back included",
        tags: ["accounts"],
        response: { 200: EXEMPTIONS_ANSWER, default: ERROR_ANSWER },
      },
    },
    async (request) => {
      const told: Exemption[] = [];
      for (const exemption of await exemptions.all())
        if (await isOwnRule(callerOf(request), exemption, library)) told.push(exemption);
      return { exemptions: told };
    },
  );

  app.post(
    "/v1/exemptions",
    {
      config: { needs: "write" },
      schema: {
        summary:
          "Exempt a customer, accounts that share creatives, or the upload again of what was taken down",
        description:
          "The same rule again gets the new reason. A customer is exempted by callers of all accounts.",
        tags: ["accounts"],
        body: EXEMPTION_BODY,
        response: { 200: EXEMPTION_ANSWER, default: ERROR_ANSWER },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { reason, ...rule } = request.body;
      if (rule.kind === "takedown") await ownCreative(library, rule.creative, caller);
      if (!(await isOwnRule(caller, rule, library)))
        throw new SamecutError("ACCESS_DENIED", { detail: "the rule touches accounts that are not its own" });
      return await exemptions.change((list) => list.add(rule, reason));
    },
  );

  app.delete(
    "/v1/exemptions/:id",
    {
      config: { needs: "write" },
      schema: {
        summary: "Take an exemption back; it stays listed",
        tags: ["accounts"],
        params: z.object({ id: z.string().max(50) }),
        response: { 200: EXEMPTION_ANSWER, default: ERROR_ANSWER },
      },
    },
    async (request) => {
      const { id } = request.params;
      return await exemptions.change(async (list) => {
        const known = list.all.find((exemption) => exemption.id === id);
        // Others' are answered as if they were not there.
        if (known === undefined || !(await isOwnRule(callerOf(request), known, library)))
          throw new SamecutError("EXEMPTION_NOT_FOUND", { detail: id });
        return await list.undo(id);
      });
    },
  );
};
