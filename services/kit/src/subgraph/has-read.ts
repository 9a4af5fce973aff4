/** The header in which a subgraph answers what `RequestIdentity.hasRead` says. */
export const HAS_READ = "tiergraph-has-read";
