import { describe, expect, it } from 'vitest';
import { eventMessage, eventTexts } from './event-catalogue';

const system = [
  ...[1006, 1011, 1034, 1038, 1045, 1049, 1050, 1069, 1125, 1127, 1128, 1129, 1130, 1135, 1137, 1146, 1177, 1205, 1230],
  ...[
    1250, 1251, 1254, 1546, 1553, 1557, 1558, 1561, 1562, 1563, 1564, 1573, 1592, 1635, 1672, 1673, 1675, 1676, 1677,
    1680,
  ],
  ...[1681, 1682, 5120, 5121, 5136, 5137, 5142, 5157, 5396],
];
const operational = [
  ...[1061, 1062, 1063, 1153, 1154, 1158, 1159, 1200, 1201, 1203, 1204, 1637, 1638, 1640, 1641, 1674],
];
const hyperV = [18500, 20415, 20417, 21500, 21501, 21502, 21503];

function numbersOf(channel: RegExp): readonly number[] {
  return Object.entries(eventTexts).flatMap(([id, event]) => (channel.test(event.channel) ? [Number(id)] : []));
}

describe('Events: the catalogue', () => {
  it("has Windows' numbers in Windows' channels", () => {
    expect(numbersOf(/^System$/)).toEqual(system);
    expect(numbersOf(/^Microsoft-Windows-FailoverClustering\/Operational$/)).toEqual(operational);
    expect(numbersOf(/^Microsoft-Windows-Hyper-V-\w+(-\w+)?-Admin$/)).toEqual(hyperV);
    expect(Object.keys(eventTexts)).toHaveLength(system.length + operational.length + hyperV.length);
  });

  it('has the levels of Windows: critical where a node stops, error where something is lost', () => {
    const level = (id: keyof typeof eventTexts) => eventTexts[id].level;
    for (const id of [1006, 1135, 1146, 1177, 1561, 1564, 1672, 5396] as const) expect(level(id)).toBe('critical');
    for (const id of [1034, 1069, 1127, 1137, 1205, 1254, 5142, 21502] as const) expect(level(id)).toBe('error');
    for (const id of [1011, 1125, 1251, 1673, 1681, 5120, 20417] as const) expect(level(id)).toBe('warning');
    for (const id of [1128, 1592, 1680, 1682, 5121, 20415] as const) expect(level(id)).toBe('information');
  });

  it('names the objects that an event is about, as they are called', () => {
    expect(eventMessage(1069, ['VM1', 'Virtual Machine', '$1 {0}', 'Why.'])).toBe(
      "Resource 'VM1' of type 'Virtual Machine' in role '$1 {0}' failed. Why.",
    );
    for (const { text } of Object.values(eventTexts)) expect(text).toContain('{0}');
  });
});
