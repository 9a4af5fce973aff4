export { teachVersions } from "./teach-versions.tx.js";
