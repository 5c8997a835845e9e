import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import { type ErrorCode, reportError, SamecutError, textsOf, translateError } from "../../index.js";

interface Complaint {
  readonly statusLine: string;
  readonly code: ErrorCode;
  readonly detail: string;
}

const COMPLAINTS: Readonly<Record<string, Complaint>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    statusLine: "408 Request Timeout",
    code: "UPLOAD_INCOMPLETE",
    detail: "it did not arrive in time",
  },
  HPE_HEADER_OVERFLOW: {
    statusLine: "431 Request Header Fields Too Large",
    code: "REQUEST_INVALID",
    detail: "its head is too long",
  },
};

const NO_HTTP: Complaint = {
  statusLine: "400 Bad Request",
  code: "REQUEST_INVALID",
  detail: "it is no HTTP, or its lengths contradict each other",
};

/** Answers what never became a request, in English: no head was understood that could name a language. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code !== "ECONNRESET" && socket.writable) {
    const { statusLine, code, detail } = COMPLAINTS[error.code ?? ""] ?? NO_HTTP;
    const told = translateError(reportError(new SamecutError(code, { detail })), textsOf("en"));
    const body = JSON.stringify({
      error: { code, message: told.message, remedy: told.remedy, requestId: randomUUID() },
    });
    const head = `HTTP/1.1 ${statusLine}\r\nconnection: close\r\ncontent-type: application/json; charset=utf-8\r\n`;
    socket.write(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }
  socket.destroySoon();
}
