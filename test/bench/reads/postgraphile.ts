import { MEASURES } from "./reference-schema.js";

const HOME = `query Home($id: UUID!) { partner: partnerByPartnerId(partnerId: $id) { id: partnerId name region tracks
  tierStatus { tier: tierRow { name title rank } since asOf summary nextTier: nextTierRow { name title } fraction
    thresholds { nodes { path title unit bound target actual gap isMet isAsked fraction why } } }
  series { nodes { measure title counts unit onDay value } }
  balance { amount currency }
  rewardEntries(first: 10, orderBy: SEQUENCE_DESC) { nodes { id: rowId kind on: occurredOn amount currency explanation } }
  people(orderBy: [NAME_ASC, PERSON_ID_ASC], first: 100) { nodes { id: rowId name role enrolled completed
    held(orderBy: [ISSUED_ON_DESC, CERTIFICATION_ID_DESC]) { nodes { level expiresOn } } } }
  training { people enrolled completed certifiedPeople }
  courseProgress { nodes { name title enrolled completed averagePercent } }
  expiring(orderBy: [EXPIRES_ON_ASC, CERTIFICATION_ID_ASC], first: 100) { nodes { course: courseRow { title } expiresOn renewableFrom person { id: rowId name } } }
  certifications(first: 10, orderBy: [ISSUED_ON_DESC, CERTIFICATION_ID_DESC]) { nodes { id: rowId level issuedOn expiresOn isValid course: courseRow { title } person { id: rowId name } } } } }`;
const LIST = `query List($name: String, $id: UUID) { partners: partnerPage(afterName: $name, afterId: $id, size: 50) { nodes {
  id: partnerId code name region tierStatus { tier: tierRow { name title } since } balance { amount currency }
  training { completed certifiedPeople } } } }`;

interface Nodes<Node> {
  readonly nodes: readonly Node[];
}
interface HomeOf {
  readonly partner: {
    readonly id: string;
    readonly name: string;
    readonly region: string;
    readonly tracks: readonly string[];
    readonly tierStatus: {
      readonly nextTier: object | null;
      readonly fraction: string;
      readonly thresholds: Nodes<object>;
    };
    readonly series: Nodes<{
      measure: string;
      title: string;
      counts: string;
      unit: string;
      onDay: string;
      value: string;
    }>;
    readonly balance: object | null;
    readonly rewardEntries: Nodes<{ amount: string; currency: string }>;
    readonly people: Nodes<{ enrolled: number; completed: number; held: Nodes<object> }>;
    readonly training: object;
    readonly courseProgress: Nodes<{ name: string; title: string }>;
    readonly expiring: Nodes<object>;
    readonly certifications: Nodes<object>;
  };
}
interface ListOf {
  readonly partners: Nodes<{ readonly balance: object | null }>;
}

const NOTHING = { amount: "0.00", currency: "USD" };

function homeOf({ partner: { id, name, region, tracks, ...rest } }: HomeOf) {
  const { nextTier, fraction, thresholds, ...status } = rest.tierStatus;
  const next = nextTier && { tier: nextTier, fraction, thresholds: thresholds.nodes };
  const measures = MEASURES.map((measure) => {
    const points = rest.series.nodes.filter((point) => point.measure === measure);
    const { onDay: _, ...latest } = points.at(-1) ?? { onDay: "" };
    return { ...latest, series: points.map(({ onDay, value }) => ({ on: onDay, value })) };
  });
  const entries = rest.rewardEntries.nodes.map(({ amount, currency, ...entry }) => ({
    ...entry,
    amount: { amount, currency },
  }));
  const people = rest.people.nodes.map(({ enrolled, completed, held, ...person }) => ({
    ...person,
    training: { enrolled, completed, held: held.nodes },
  }));
  const courses = rest.courseProgress.nodes.map(({ name: course, title, ...progress }) => ({
    course: { name: course, title },
    ...progress,
  }));
  const { training, expiring, certifications } = rest;
  return {
    partner: {
      id,
      name,
      region,
      tracks,
      tierStatus: { ...status, next },
      measures,
      rewards: { balance: rest.balance ?? NOTHING, entries: { nodes: entries } },
      people: { nodes: people },
      training: { ...training, courses, expiring: expiring.nodes, certifications: { nodes: certifications.nodes } },
    },
  };
}

const listOf = ({ partners }: ListOf) => ({
  partners: {
    nodes: partners.nodes.map(({ balance, ...partner }) => ({ ...partner, rewards: { balance: balance ?? NOTHING } })),
  },
});

/** What PostGraphile is asked over the views of `bench`, and how its answers come to the product's form. */
export const POSTGRAPHILE = {
  home: (id: string) => ({ query: HOME, variables: { id } }),
  list: (after: readonly [name: string, id: string] | null) => ({
    query: LIST,
    variables: after === null ? {} : { name: after[0], id: after[1] },
  }),
  normalized: (kind: "portal-home" | "partner-list", data: object): unknown =>
    kind === "portal-home" ? homeOf(data as HomeOf) : listOf(data as ListOf), // As the two queries select it.
};
