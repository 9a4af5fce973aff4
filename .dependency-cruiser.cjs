// Which way things may run. `pnpm check` fails on an import that goes another way.
const services = ["partners", "metrics", "benefits", "enablement"];
const anyService = services.join("|");

/** Rooms of the engine from the bottom up: each imports only rooms that stand before it. */
const rooms = [
  "exact",
  ...["notation", "periods", "facts", "measures", "weights", "requirements", "governance", "tiers", "benefits"].map(
    (section) => `document/${section}`,
  ),
  ...["rewards", "registrations", "enablement", "program"].map((section) => `document/${section}`),
  ...["words", "measure", "assess", "reward", "path-to-tier", "place", "feasibility", "examples", "check", "dry-run"],
  // What tests share.
  ...["fixtures", "properties", "published"],
];
const engine = "^services/program/src";
/** A file of a room, with the room as the first group. */
const inRoom = `${engine}/(document/[^/]+|[^/]+)/[^/]+$`;

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two files that need each other are one file, or three.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    ...services.map((service) => ({
      name: `${service}-imports-no-other-service`,
      comment: "Services tell each other what happened by events; they never call each other.",
      severity: "error",
      from: { path: `^services/${service}/` },
      to: { path: `^services/(?!${service}/|kit/|program/)` },
    })),
    {
      name: "services-know-no-gateway",
      severity: "error",
      from: { path: "^(services|schema)/" },
      to: { path: "^(gateway|test)/" },
    },
    {
      name: "engine-is-pure",
      comment: "The engine decides on plain data: no database, no GraphQL, no clock, nothing of ours but catalogues.",
      severity: "error",
      from: { path: "^services/program/src", pathNot: ["\\.test\\.ts$", "/(properties|published)/"] },
      to: { pathNot: ["^services/program/src", "^schema/src/messages\\.ts$", "node_modules/yaml/"] },
    },
    ...rooms.map((room, i) => ({
      name: `engine-${room}-imports-rooms-below`,
      comment: "The graph of the engine's rooms has no cycle, types included. Tests may use any room.",
      severity: "error",
      from: { path: `${engine}/${room}/`, pathNot: "\\.test\\.ts$" },
      to: { path: `${engine}/`, pathNot: `${engine}/(${rooms.slice(0, i + 1).join("|")})/` },
    })),
    {
      name: "engine-files-stand-in-a-room",
      comment: "A new room gets its place in the list above.",
      severity: "error",
      from: { path: `${engine}/`, pathNot: `${engine}/(${rooms.join("|")})/[^/]+$` },
      to: {},
    },
    {
      name: "engine-rooms-have-one-door",
      severity: "error",
      from: { path: inRoom },
      to: { path: `${engine}/.+/(?!index\\.ts$)[^/]+$`, pathNot: `${engine}/$1/[^/]+$` },
    },
    {
      name: "engine-door-from-outside",
      comment: "Other packages import `@tiergraph/program/<room>`.",
      severity: "error",
      from: { pathNot: `${engine}/` },
      to: { path: `${engine}/`, pathNot: "/index\\.ts$" },
    },
    {
      name: "kit-and-schema-import-nothing-of-ours",
      severity: "error",
      from: { path: "^(services/kit|schema)/src" },
      to: { path: "^(services|gateway|schema)/", pathNot: "^(services/kit|schema)/src" },
    },
    {
      name: "only-graphql-files-know-graphql",
      comment: "Actions, stores and domain files must outlive the protocol.",
      severity: "error",
      from: {
        path: `^services/(${anyService})/src`,
        pathNot: ["(\\.graphql|\\.test|\\.reads|/index|/service)\\.ts$", "/fixtures/"],
      },
      to: { path: "(\\.graphql\\.ts$|node_modules/.*(type-graphql|@apollo|/graphql/))" },
    },
    {
      name: "resolvers-touch-no-store",
      comment: "A field calls its loader, a mutation its action. Row types may be named.",
      severity: "error",
      from: { path: "\\.graphql\\.ts$" },
      to: { path: "\\.store\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "domain-files-know-no-database",
      comment:
        "A rule can be read and tested without a store. What is part of a transaction is a `.tx.ts`, what reads is a `.reads.ts`.",
      severity: "error",
      from: {
        path: `^services/(${anyService})/src/[^/]+/[^/]+\\.ts$`,
        pathNot: [
          "\\.(graphql|test|store|entity|action|tx|reads)\\.ts$",
          "/(index|actions|on-[^/]+)\\.ts$",
          "/(migrations|fixtures)/",
        ],
      },
      to: {
        path: "(\\.(store|tx|reads|action)\\.ts$|services/kit/src/(database|jobs)/)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "subjects-have-one-door",
      comment: "What other subjects may use of a subject, its `index.ts` exports.",
      severity: "error",
      from: { path: `^services/(${anyService})/src/([^/]+)/`, pathNot: ["\\.test\\.ts$", "/(migrations|fixtures)/"] },
      to: {
        path: "^services/$1/src/[^/]+/",
        pathNot: ["^services/$1/src/$2/", "^services/$1/src/[^/]+/index\\.ts$"],
      },
    },
    {
      name: "subjects-know-no-wiring",
      comment: "The service is built of its subjects, and no subject of the service.",
      severity: "error",
      from: { path: `^services/(${anyService})/src/.+/`, pathNot: ["\\.test\\.ts$", "/fixtures/"] },
      to: { path: "^services/$1/src/(service|main)\\.ts$" },
    },
    {
      name: "subjects-have-no-cycle",
      comment: "Types included: two subjects that need each other are one, or three.",
      severity: "error",
      from: { path: `^services/(${anyService})/src/` },
      to: { circular: true },
    },
    {
      name: "reads-know-no-graphql",
      comment: "Rows become nodes of the graph without decorators.",
      severity: "error",
      from: { path: `^services/(${anyService})/src/.+\\.reads\\.ts$` },
      to: { path: "(\\.graphql\\.ts$|node_modules/type-graphql)" },
    },
    {
      name: "one-file-embeds-the-services",
      severity: "error",
      from: { path: "^gateway/", pathNot: "^gateway/server/src/embedded\\.ts$" },
      to: { path: `^services/(${anyService})/` },
    },
    {
      name: "commands-are-clients-of-the-graph",
      comment: "A command asks the graph over HTTP, as any client does; it never opens the server itself.",
      severity: "error",
      from: { path: "^gateway/cli/" },
      to: { path: "^gateway/(server|playground)/" },
    },
    {
      name: "installation-and-playground-import-no-other-gateway-package",
      comment: "The server and the commands build upon them.",
      severity: "error",
      from: { path: "^gateway/(installation|playground)/" },
      to: { path: "^gateway/", pathNot: ["^gateway/$1/", "^gateway/build-once\\.mjs$"] },
    },
    {
      name: "journeys-go-through-the-gateway",
      comment: "The engine may be asked what the answer should have been.",
      severity: "error",
      from: { path: "^test/journeys" },
      to: { path: "^services/(?!program/)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|node_modules/\\.vite)/|playground/app/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["source", "import", "require", "node", "default"],
    },
  },
};
