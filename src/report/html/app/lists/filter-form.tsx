import type { Grade, RuleNumber } from "../../../../verdict/verdict.js";
import { percent } from "../../../numbers.js";
import { NO_FILTER, PAIR_ORDERS, type PairFilter, type PairOrder } from "../../pair-filter.js";
import { useSpeech } from "../speech.js";

const RULES: readonly RuleNumber[] = [1, 2, 3, 4, 5, 6, 7, 8];
const GRADES: readonly Grade[] = ["identical", "duplicate", "similar", "possible"];

/** Chooses which pairs are listed, and in a list of pairs their order. */
export function FilterForm({
  accounts,
  filter,
  onFilter,
  ordered,
}: {
  /** Names to choose from. */
  readonly accounts: readonly string[];
  readonly filter: PairFilter;
  readonly onFilter: (filter: PairFilter) => void;
  /** An order can be chosen. */
  readonly ordered: boolean;
}) {
  const { texts, labels } = useSpeech();
  const said = labels.filter;
  const set = (change: Partial<PairFilter>) => onFilter({ ...filter, ...change });
  return (
    <form class="filters" aria-label={said.heading} onSubmit={(event) => event.preventDefault()}>
      <label class="filter filter--search">
        <span class="filter-name">{said.search}</span>
        <input
          type="search"
          value={filter.search}
          onInput={(event) => set({ search: event.currentTarget.value })}
        />
      </label>
      <label class="filter">
        <span class="filter-name">{said.rule}</span>
        <select
          value={filter.rule ?? ""}
          onChange={({ currentTarget: { value } }) =>
            set({ rule: value === "" ? undefined : (Number(value) as RuleNumber) })
          }
        >
          <option value="">{said.anyRule}</option>
          {RULES.map((rule) => (
            <option key={rule} value={rule}>
              {rule} · {texts.ruleNames[rule]}
            </option>
          ))}
        </select>
      </label>
      <label class="filter">
        <span class="filter-name">{said.grade}</span>
        <select
          value={filter.grade ?? ""}
          onChange={({ currentTarget: { value } }) =>
            set({ grade: value === "" ? undefined : (value as Grade) })
          }
        >
          <option value="">{said.anyGrade}</option>
          {GRADES.map((grade) => (
            <option key={grade} value={grade}>
              {texts.gradeNames[grade]}
            </option>
          ))}
        </select>
      </label>
      {accounts.length > 0 && (
        <label class="filter">
          <span class="filter-name">{said.account}</span>
          <select
            value={filter.account ?? ""}
            onChange={({ currentTarget: { value } }) => set({ account: value === "" ? undefined : value })}
          >
            <option value="">{said.anyAccount}</option>
            {accounts.map((account) => (
              <option key={account} value={account}>
                {account}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="filter">
        <span class="filter-name">
          {said.similarity} <b>{percent(filter.leastSimilarity)}</b>
        </span>
        <input
          type="range"
          min="0"
          max="100"
          step="5"
          value={Math.round(filter.leastSimilarity * 100)}
          aria-valuetext={labels.atLeast(percent(filter.leastSimilarity))}
          onInput={(event) => set({ leastSimilarity: Number(event.currentTarget.value) / 100 })}
        />
      </label>
      {ordered && (
        <label class="filter">
          <span class="filter-name">{said.order}</span>
          <select
            value={filter.order}
            onChange={(event) => set({ order: event.currentTarget.value as PairOrder })}
          >
            {PAIR_ORDERS.map((order) => (
              <option key={order} value={order}>
                {labels.orders[order]}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" class="quiet" onClick={() => onFilter(NO_FILTER)}>
        {said.reset}
      </button>
    </form>
  );
}
