import type { Fault } from "../fault.js";

/** The process of the service. */
export const killedService: Fault = {
  name: "killed-service",
  description: "SIGKILL of the service; it starts again with everything it acknowledged",
  strike: (scene) => scene.restart("SIGKILL"),
};
