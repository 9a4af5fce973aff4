import { Kind, parse, type TypeNode } from "graphql";
import type { PlaygroundOperation } from "../src/playground-config";

/**
 * The tabs of a first visit: one for each operation. On a later visit GraphiQL restores what the analyst left, and
 * operations that the gateway has learnt since are added to it; one that the analyst closed stays closed.
 */
export function openTabs(operations: PlaygroundOperation[], storage: Storage): TabContent[] {
  const stored = readJson(storage, STORED_TABS);
  const offered = readJson(storage, OFFERED_OPERATIONS);
  const alreadyOffered = new Set<unknown>(Array.isArray(offered) ? offered : []);

  if (isStoredTabs(stored)) {
    const newcomers = operations.filter(({ name }) => !alreadyOffered.has(name));
    storage.setItem(STORED_TABS, JSON.stringify(withNewcomers(stored, newcomers)));
  } else if (operations[0] !== undefined) {
    storeEditors(tabOf(operations[0]), storage);
  }

  // Added to, never replaced: a visit on which the gateway gave no examples must not bring back what was closed.
  const offeredNow = new Set([...alreadyOffered, ...operations.map(({ name }) => name)]);
  storage.setItem(OFFERED_OPERATIONS, JSON.stringify([...offeredNow]));
  return operations.map(tabOf);
}

type TabContent = { query: string; variables: string | null };

// GraphiQL's own keys, and ours under its prefix, so that its "clear storage" clears both.
const STORED_TABS = "graphiql:tabState";
const STORED_QUERY = "graphiql:query";
const STORED_VARIABLES = "graphiql:variables";
const OFFERED_OPERATIONS = "graphiql:offeredOperations";

function tabOf(operation: PlaygroundOperation): TabContent {
  const variables = operation.variables ?? requiredVariablesOf(operation.source);
  const isEmpty = Object.keys(variables).length === 0;
  return { query: operation.source, variables: isEmpty ? null : JSON.stringify(variables, null, 2) };
}

/** The variables that the operation cannot run without, each with an empty value to fill in. */
function requiredVariablesOf(source: string): Record<string, unknown> {
  const operation = parse(source).definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const required = (operation?.variableDefinitions ?? []).flatMap(({ variable, type, defaultValue }) =>
    type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined
      ? [[variable.name.value, emptyValueOf(type.type)]]
      : [],
  );
  return Object.fromEntries(required);
}

function emptyValueOf(type: TypeNode): unknown {
  if (type.kind === Kind.LIST_TYPE) return [];
  return type.kind === Kind.NAMED_TYPE && type.name.value.endsWith("Input") ? {} : "";
}

/** GraphiQL fills its editors from what it stored, not from its tabs: without this the first tab loses its variables. */
function storeEditors(first: TabContent, storage: Storage) {
  storage.setItem(STORED_QUERY, first.query);
  storage.setItem(STORED_VARIABLES, first.variables ?? "");
}

function withNewcomers(stored: StoredTabs, newcomers: PlaygroundOperation[]): StoredTabs {
  const kept = new Set(stored.tabs.map(({ query }) => query));
  return { ...stored, tabs: [...stored.tabs, ...newcomers.filter(({ source }) => !kept.has(source)).map(storedTab)] };
}

type StoredTabs = { tabs: { query: unknown }[] };

function isStoredTabs(value: unknown): value is StoredTabs {
  if (typeof value !== "object" || value === null || !("tabs" in value) || !Array.isArray(value.tabs)) return false;
  return value.tabs.every((tab) => typeof tab === "object" && tab !== null && "query" in tab);
}

function storedTab(operation: PlaygroundOperation) {
  return {
    id: `operation-${operation.name}`,
    hash: null,
    title: operation.title,
    ...tabOf(operation),
    headers: null,
    operationName: operation.title,
    response: null,
  };
}

function readJson(storage: Storage, key: string): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? "null");
  } catch {
    // Something else wrote there; what cannot be read is as good as absent.
    return null;
  }
}
