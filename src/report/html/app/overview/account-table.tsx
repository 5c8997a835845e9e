import { explainLevel, explainNext, explainShares } from "../../../explain/account.js";
import type { PageAccounts } from "../../page-data.js";
import { useSpeech } from "../speech.js";
import { useMore } from "../use-more.js";

/** Accounts shown at first: the worst come first, and the groups stay in sight. */
const PAGE = 5;

/** The accounts of a scan: level, shares and what to do about each. */
export function AccountTable({ accounts: { accounts, settings } }: { readonly accounts: PageAccounts }) {
  const { texts } = useSpeech();
  const { columns, headings } = texts.account;
  const { shown, button } = useMore(accounts, PAGE);
  return (
    <section class="card accounts">
      <h2>{headings.accounts}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.account}</th>
            <th scope="col">{columns.level}</th>
            <th scope="col">{columns.shares}</th>
            <th scope="col">{headings.next}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((each) => (
            <tr key={each.account}>
              <th scope="row">{each.account}</th>
              <td>
                <strong class={`level level--${each.level ?? "none"}`}>
                  {explainLevel(each, texts.account, texts.comma)}
                </strong>
                {each.heldBack > 0 && <small>{texts.account.countHeldBack(each.heldBack)}</small>}
              </td>
              <td>
                {explainShares(each, { settings }, texts.account).map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </td>
              <td>
                <ol>
                  {each.next.map((step) => (
                    <li key={step.kind}>{explainNext(step, texts.account)}</li>
                  ))}
                </ol>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {button}
    </section>
  );
}
