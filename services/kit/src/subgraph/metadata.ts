// Decorated classes read their metadata through this polyfill: what declares types of the graph imports it first.
import "reflect-metadata";
