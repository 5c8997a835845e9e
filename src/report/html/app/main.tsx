import { render } from "preact";
import type { PageData } from "../page-data.js";
import { App } from "./app.js";
import { Report } from "./report.js";
import "./style/tokens.css";
import "./style/base.css";
import "./style/controls.css";
import "./style/overview.css";
import "./style/lists.css";
import "./style/pair.css";
import "./style/timeline.css";
import "./style/moment.css";
import "./style/findings.css";
import "./style/print.css";

const told = document.getElementById("page-data")?.textContent;
const place = document.getElementById("app");
if (told && place) render(<App report={new Report(JSON.parse(told) as PageData)} />, place);
