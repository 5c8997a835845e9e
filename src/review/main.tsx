import { render } from "preact";
import { ReviewApp } from "./review-app.js";
import "../report/html/app/style/all.css";
import "./style/review.css";

const place = document.getElementById("app");
if (place) render(<ReviewApp />, place);
