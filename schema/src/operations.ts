import fs from "node:fs";
import path from "node:path";
import { type DefinitionNode, type DocumentNode, type FragmentDefinitionNode, Kind, parse, visit } from "graphql";
import { schemaFile } from "./schema-files.js";

/** A committed operation: one file of a subject's folder. */
export interface CommittedOperation {
  /** The file's name without its ending, for example `portal-home`; unique over all subjects. */
  readonly name: string;
  /** The folder, for example `partners`. */
  readonly subject: string;
  /** The file's text, followed by the fragments that it names: one document that a client may send. */
  readonly document: string;
}

export const OPERATIONS = schemaFile("operations");
const FRAGMENTS = "fragments.graphql";

/** The operations of a folder such as `schema/operations`, by subject and name. A file that is not valid GraphQL is named. */
export const readOperations = (directory = OPERATIONS): CommittedOperation[] =>
  subjectsIn(directory).flatMap((subject) => {
    const fragments = fragmentsFor(directory, subject);
    return operationFilesIn(directory, subject).map((file) => readFile(directory, subject, file, fragments));
  });

/**
 * One committed operation, by its file's name.
 *
 * @throws where there is none of that name, naming those that there are
 */
export function readOperation(name: string, directory = OPERATIONS): CommittedOperation {
  const file = `${name}.graphql`;
  const subject = subjectsIn(directory).find((one) => operationFilesIn(directory, one).includes(file));
  if (subject === undefined) {
    const known = subjectsIn(directory).flatMap((one) => operationFilesIn(directory, one).map(nameOf));
    throw new Error(`There is no operation ${name}: one of ${known.sort().join(", ")}.`);
  }
  return readFile(directory, subject, file, fragmentsFor(directory, subject));
}

const nameOf = (file: string): string => path.basename(file, ".graphql");

function readFile(
  directory: string,
  subject: string,
  file: string,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): CommittedOperation {
  const source = fs.readFileSync(path.join(directory, subject, file), "utf8");
  return { name: nameOf(file), subject, document: withFragments(source, `${subject}/${file}`, fragments) };
}

/** The fragments that an operation of a subject may name: those of its own folder, and those that all subjects share. */
const fragmentsFor = (directory: string, subject: string): Map<string, FragmentDefinitionNode> =>
  new Map([...fragmentsIn(directory, "."), ...fragmentsIn(directory, subject)]);

/** The fragments in a folder's `fragments.graphql`, by name; `.` is the folder that all subjects share. */
export function fragmentsIn(directory: string, subject: string): Map<string, FragmentDefinitionNode> {
  const file = path.join(directory, subject, FRAGMENTS);
  if (!fs.existsSync(file)) return new Map();
  const { definitions } = parsed(fs.readFileSync(file, "utf8"), path.join(subject, FRAGMENTS));
  return new Map(definitions.filter(isFragment).map((fragment) => [fragment.name.value, fragment]));
}

export const subjectsIn = (directory: string): string[] =>
  fs
    .readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

const operationFilesIn = (directory: string, subject: string): string[] =>
  fs
    .readdirSync(path.join(directory, subject))
    .filter((file) => file.endsWith(".graphql") && file !== FRAGMENTS)
    .sort();

function withFragments(source: string, file: string, fragments: ReadonlyMap<string, FragmentDefinitionNode>): string {
  const named = new Set<FragmentDefinitionNode>();
  const addNamedIn = (node: DocumentNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (fragment === undefined || named.has(fragment)) return;
        named.add(fragment);
        addNamedIn(fragment);
      },
    });
  };
  addNamedIn(parsed(source, file));
  return [source, ...[...named].map((fragment) => `${textOf(fragment)}\n`)].join("\n");
}

/** The fragment as it was written. */
const textOf = ({ loc }: FragmentDefinitionNode): string => loc?.source.body.slice(loc.start, loc.end) ?? "";

const isFragment = (node: DefinitionNode): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION;

function parsed(source: string, file: string): DocumentNode {
  try {
    return parse(source);
  } catch (error) {
    throw new Error(`The operation ${file} is not valid GraphQL`, { cause: error });
  }
}
