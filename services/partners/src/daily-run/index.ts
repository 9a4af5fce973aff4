export { placeDaily } from "./place-daily.action.js";
