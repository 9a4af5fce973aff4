/** One change of the graph, as `change` runs it. */
export interface SampleChange {
  readonly query: string;
  readonly input: object;
}

/**
 * Who of the vendor looks after partners, and what the partners' people read, are asked and play. Each may be repeated: what
 * is known gets another version with the same content.
 */
export function enablementSample(lastDay: string): SampleChange[] {
  return [
    ...MANAGERS.map((input) => ({ query: mutation("registerManager", "RegisterManagerInput"), input })),
    { query: mutation("publishAssessment", "PublishAssessmentInput"), input: ASSESSMENT },
    { query: mutation("publishScenario", "PublishScenarioInput"), input: SCENARIO },
    ...CONTENT.flatMap((piece) => [
      {
        query: mutation("writeContent", "WriteContentInput"),
        input: { ...piece, freshUntil: yearsAfter(lastDay, piece.name === "against-spreadsheets" ? 0 : 1) },
      },
      { query: mutation("publishContent", "PublishContentInput"), input: { name: piece.name, version: 1 } },
    ]),
  ];
}

const mutation = (field: string, input: string): string =>
  `mutation ($input: ${input}!) { change: ${field}(input: $input) { userErrors { message } } }`;

/** The last day of the same month, so that every day of the sample has one. */
const yearsAfter = (day: string, years: number): string =>
  new Date(Date.UTC(Number(day.slice(0, 4)) + years, Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10);

const SUCCESS = { role: "SUCCESS_MANAGER", tiers: ["gold", "platinum"] };
const MANAGERS = [
  { ...SUCCESS, code: "maria-lind", name: "Maria Lind", email: "maria.lind@northwind.example", capacity: 40 },
  { ...SUCCESS, code: "jonas-okoro", name: "Jonas Okoro", email: "jonas.okoro@northwind.example", capacity: 25 },
  {
    code: "aiko-tanabe",
    name: "Aiko Tanabe",
    email: "aiko.tanabe@northwind.example",
    capacity: 15,
    role: "TECHNICAL_ACCOUNT_MANAGER",
    tiers: ["platinum"],
  },
];

const question = (name: string, text: string, right: string, ...wrong: string[]) => ({
  name,
  text,
  options: [right, ...wrong]
    .map((option, i) => ({ name: `option-${i + 1}`, text: option, isRight: i === 0 }))
    // The right one is not always the first.
    .sort((a, b) => (a.text < b.text ? -1 : 1)),
});
const ASSESSMENT = {
  course: "sales-foundations",
  passPercent: 80,
  attempts: 3,
  coolDownDays: 7,
  pools: [
    {
      name: "product",
      draw: 3,
      questions: [
        question("buyer", "Who buys Northwind first?", "The head of operations", "The legal department", "The press"),
        question("trial", "How long does a trial last?", "30 days", "A year", "An hour"),
        question("tenants", "What keeps customers apart?", "A tenant each", "A colour each", "Nothing"),
        question("languages", "Who translates a tenant?", "Its administrator", "The reseller", "Nobody can"),
      ],
    },
    {
      name: "pricing",
      draw: 2,
      questions: [
        question("unit", "What is a subscription priced by?", "Seats", "Page views", "Headquarters' size"),
        question("discount", "Who approves a discount above the list?", "The deal desk", "The customer", "The intern"),
        question("renewal", "When does a renewal begin?", "Ninety days before the end", "After the end", "Never"),
      ],
    },
  ],
};

const choice = (name: string, text: string, points: number, why: string, next?: string) => ({
  name,
  text,
  points,
  why,
  ...(next === undefined ? {} : { next }),
});
const SCENARIO = {
  name: "the-quiet-renewal",
  title: "The quiet renewal",
  summary: "A customer of three years has not answered for a month, and renews in six weeks.",
  scenes: [
    {
      name: "silence",
      text: "Nobody answers your mails. What do you do first?",
      choices: [
        choice(
          "discount",
          "Send an offer with ten percent off.",
          -5,
          "You pay for a problem that you do not know yet.",
        ),
        choice(
          "usage",
          "Look at how they use the product.",
          10,
          "What they do says more than what they write.",
          "usage",
        ),
        choice("wait", "Wait: they have always renewed.", -10, "Six weeks are short, and others call them too."),
      ],
    },
    {
      name: "usage",
      text: "Half of the seats have not been used since the reorganisation in spring.",
      choices: [
        choice("hide", "Renew all seats before they notice.", -15, "They notice at the next invoice, and remember."),
        choice(
          "show",
          "Show them, and offer fewer seats with training.",
          15,
          "You are the one who informed them.",
          "meeting",
        ),
        choice("train", "Offer training for all seats.", 5, "It helps, once somebody answers.", "meeting"),
      ],
    },
    {
      name: "meeting",
      text: "The new head of operations has an hour for you.",
      choices: [
        choice("slides", "Show what is new in the product.", 0, "It is about you, not about them."),
        choice("listen", "Ask what has to be better by summer.", 15, "Now the renewal is a part of their plan."),
      ],
    },
  ],
};

const CONTENT = [
  {
    name: "first-meeting",
    kind: "PLAYBOOK",
    title: "The first meeting",
    role: "SALES",
    motion: "new-business",
    summary: "What to ask in the first hour, and what to leave for later.",
    owner: "Partner enablement",
    maturities: ["starting", "growing"],
    sections: [
      {
        section: "MOTIONS",
        markdown:
          "1. Ask how a request travels today, from the first mail to the last signature.\n2. Draw it. *Stop* drawing where nobody knows.\n3. Agree on one request that you follow together.",
      },
      {
        section: "MESSAGING",
        markdown:
          "> Customers do not buy software. They buy the end of a search for the right version.\n\n| They say | You ask |\n| --- | --- |\n| We have something | Who looks after it on holidays? |\n| It is too dear | Than what? |",
      },
      {
        section: "INTEGRATION_STEPS",
        markdown: "- Lease a sandbox before the meeting.\n- Load twenty of *their* records, with invented names.",
      },
    ],
  },
  {
    name: "going-live",
    kind: "PLAYBOOK",
    title: "Going live",
    role: "ENGINEERING",
    motion: "onboarding",
    summary: "The last two weeks of a project, day by day.",
    owner: "Field engineering",
    tracks: ["integrator", "co-developer"],
    sections: [
      {
        section: "INTEGRATION_STEPS",
        markdown:
          "1. Freeze the mapping.\n2. Run the **integration readiness** validation.\n3. Move the data twice: once to see how long it takes, once for good.",
      },
    ],
  },
  {
    name: "isdom-in-six-weeks",
    kind: "CASE_STUDY",
    title: "Isdom: live in six weeks",
    summary: "How a manufacturer moved nine plants without stopping one.",
    owner: "Customer marketing",
    sections: [
      {
        section: "BODY",
        markdown:
          "## What they had\n\nNine plants, nine lists.\n\n## What they did\n\nOne plant a week, and **no** big bang.",
      },
    ],
  },
  {
    name: "against-spreadsheets",
    kind: "COMPETITIVE_ANALYSIS",
    title: "Against spreadsheets",
    role: "SALES",
    summary: "Where they win, and where they end.",
    owner: "Product marketing",
    tiers: ["silver", "gold", "platinum"],
    sections: [
      {
        section: "BODY",
        markdown: "They are there, and everybody knows them. They end where two people change the same line.",
      },
    ],
  },
];
