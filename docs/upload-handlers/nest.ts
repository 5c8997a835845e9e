import { Controller, type INestApplication, Inject, Module, Param, Put, Req, Res } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import type { Request, Response } from "express";
import type { Library } from "samecut";
import { checkUpload } from "./check-upload.js";

/** The name under which the library is injected. */
const LIBRARY = Symbol("library");

/** `PUT /ads/:id` with the video as the body. */
@Controller("ads")
class Ads {
  constructor(@Inject(LIBRARY) private readonly library: Library) {}

  @Put(":id")
  async upload(@Param("id") id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const hungUp = new AbortController();
    response.once("close", () => hungUp.abort());
    const { status, body } = await checkUpload(this.library, request, id, hungUp.signal);
    response.status(status).json(body);
  }
}

@Module({})
class Uploads {}

/** A Nest application on Express. Its own body parser is off: it would take an upload that calls itself JSON. */
export async function uploadApp(library: Library): Promise<INestApplication> {
  const module = {
    module: Uploads,
    controllers: [Ads],
    providers: [{ provide: LIBRARY, useValue: library }],
  };
  return await NestFactory.create(module, { bodyParser: false, logger: ["warn", "error"] });
}
