import { render } from "preact";
import type { PageData } from "../page-data.js";
import { App } from "./app.js";
import { Report } from "./report.js";
import "./style/all.css";

const told = document.getElementById("page-data")?.textContent;
const place = document.getElementById("app");
if (told && place) render(<App report={new Report(JSON.parse(told) as PageData)} />, place);
