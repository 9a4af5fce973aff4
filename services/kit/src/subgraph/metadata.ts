// Decorated classes read their metadata through this polyfill: whatever declares types of the graph imports it first.
import "reflect-metadata";
