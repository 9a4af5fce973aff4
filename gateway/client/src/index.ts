export { type Client, type ClientOptions, type Connection, createClient, type Given, newKey } from "./client.js";
export { type Failure, TiergraphError } from "./error.js";
export { type Operation, operation } from "./operation.js";
