/** Header by which the gateway says from where a client came; a subgraph takes requests of nobody else. */
export const CLIENT_ADDRESS = "x-client-address";
