/** The public names of samecut's HTTP service, apart from the library's: a program that only asks loads no web server. */

export { newToken } from "./access/token-table.js";
export {
  parseServiceSettings,
  type ServiceSettings,
  type ServiceSettingsInput,
  serviceSettingsJsonSchema,
} from "./service-settings.js";
export { type LogTarget, type RunningService, startService } from "./start-service.js";
