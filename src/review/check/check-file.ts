import { ServiceError } from "../../client/service-error.js";
import type { CheckedPageData } from "../../report/html/review-data.js";
import type { ReviewClient } from "../service/review-api.js";
import { type CheckProgress, eventsIn } from "./check-progress.js";

/**
 * Has the service check a file. By XMLHttpRequest, for `fetch` does not tell how much has been sent. Rejects with ServiceError,
 * undefined where the connection broke off, and the signal's reason.
 */
export function checkFile(
  file: File,
  client: ReviewClient,
  {
    signal,
    onProgress,
  }: { readonly signal: AbortSignal; readonly onProgress: (progress: CheckProgress) => void },
): Promise<CheckedPageData> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let next = 0;
    const follow = () => {
      if (request.status !== 200) return;
      const told = eventsIn(request.responseText, next);
      next = told.next;
      for (const event of told.events) {
        if (event.type === "done") resolve(event.outcome);
        else if (event.type === "failed") reject(ServiceError.told(event.error));
        else if (event.type === "reading") onProgress({ stage: "reading", timeSeconds: event.timeSeconds });
        else onProgress({ stage: event.type });
      }
    };
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress({ stage: "sending", share: total === 0 ? 0 : loaded / total });
    request.upload.onload = () => onProgress({ stage: "waiting" });
    request.onprogress = follow;
    request.onload = () => {
      follow();
      // After an outcome this changes nothing; without one, an answer that began well broke off.
      if (request.status === 200) reject(undefined);
      else void ServiceError.of(new Response(request.responseText, request)).then(reject);
    };
    request.onerror = () => reject(undefined);
    signal.addEventListener("abort", () => {
      request.abort();
      reject(signal.reason);
    });
    request.open("POST", `/v1/review/check?${new URLSearchParams({ name: file.name })}`);
    for (const [name, value] of Object.entries(client.headers)) request.setRequestHeader(name, value);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.send(file);
  });
}
