/** A typed client of samecut's HTTP service. It loads nothing but itself: neither the service nor the library. */

export type { CreativeAnswer } from "../service/answers/creative-answer.js";
export type { BatchState, ItemResult } from "../service/batches/batch.js";
export { type BatchEvent, ServiceClient } from "./client.js";
export { type ClientOptions, RouteClient, type Sent, type ServiceLanguage } from "./route-client.js";
export type { RequestTo, Routes } from "./routes.js";
export type {
  AnswerOf,
  GivenCreative,
  QueryOf,
  RequestOf,
  RouteName,
  ServiceApi,
} from "./service-api.js";
export { ServiceError, type ToldError } from "./service-error.js";
