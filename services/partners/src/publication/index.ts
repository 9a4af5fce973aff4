export { publicationActions } from "./actions.js";
export { PublicationResolver } from "./publication.graphql.js";
export { startProgram } from "./start-program.tx.js";
