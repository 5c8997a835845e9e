import { describe, expect, it } from "vitest";
import { accountSettingsJsonSchema, parseAccountSettings } from "../../src/index.js";
import { parseServiceSettings, serviceSettingsJsonSchema } from "../../src/service/index.js";

const written = (schema: object): string => `${JSON.stringify(schema, undefined, 2)}\n`;

// Written anew by `npm run test:only -- test/docs -u` when a setting changes.
describe("the JSON Schema in docs/", () => {
  it("of the account view's settings is what the settings are checked by", async () => {
    const schema = written(accountSettingsJsonSchema());
    await expect(schema).toMatchFileSnapshot("../../docs/settings/account.schema.json");
    for (const field of Object.keys(parseAccountSettings({}))) expect(schema).toContain(`"${field}"`);
  });

  it("of the service's settings is what the settings are checked by", async () => {
    const schema = written(serviceSettingsJsonSchema());
    await expect(schema).toMatchFileSnapshot("../../docs/settings/service.schema.json");
    for (const field of Object.keys(parseServiceSettings({ library: "delivered" })))
      expect(schema).toContain(`"${field}"`);
  });

  it("has no limit of time in it that no timer can wait for", () => {
    const limits = { callSeconds: 3e6 };
    expect(() => parseServiceSettings({ library: "delivered", limits })).toThrow(/limits.callSeconds/);
  });

  it("may be named in a file", () => {
    const $schema = "account.schema.json";
    expect(parseAccountSettings({ $schema, recentDays: 14 })).toEqual(
      parseAccountSettings({ recentDays: 14 }),
    );
    expect(() => parseAccountSettings({ schema: $schema })).toThrow(/schema/);
    expect(parseServiceSettings({ $schema, library: "delivered" }).library).toBe("delivered");
  });
});
