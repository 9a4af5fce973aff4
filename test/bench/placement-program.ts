/** Five tiers over six measures of twelve months, as a vendor of middling ambition would write them. */
export const placementProgram = `
program: bench
version: 1
currency: USD
measures:
  revenue: { sum: amount, of: deal.won, window: { rolling: 12 months } }
  won-deals: { count: deal.won, window: { rolling: 12 months } }
  seats-added: { sum: quantity, of: seats, window: { rolling: 12 months } }
  registered: { count: deal.registered, window: { rolling: 12 months } }
  refunded: { sum: amount, of: deal.refunded, window: { rolling: 12 months } }
  win-rate: { ratio: [won-deals, { count: [deal.won, deal.lost], window: { rolling: 12 months } }] }
tiers:
  registered: { rank: 0, why: Everyone. }
  silver:
    rank: 1
    why: W.
    requires: { all: [{ measure: revenue, at-least: 50000 }, { measure: won-deals, at-least: 60 }] }
  gold:
    rank: 2
    why: W.
    requires:
      all:
        - { measure: revenue, at-least: 62000 }
        - { measure: won-deals, at-least: 80 }
        - any: [{ measure: seats-added, at-least: 600 }, { measure: win-rate, at-least: 52% }]
  platinum:
    rank: 3
    why: W.
    requires:
      all:
        - { measure: revenue, at-least: 70000 }
        - { measure: registered, at-least: 120 }
        - { measure: refunded, at-most: 6500 }
        - { measure: win-rate, at-least: 50% }
  diamond:
    rank: 4
    why: W.
    requires:
      all:
        - { measure: revenue, more-than: 76000 }
        - at-least: 2
          of:
            - { measure: seats-added, at-least: 650 }
            - { measure: won-deals, at-least: 125 }
            - { measure: win-rate, at-least: 55% }
`;
