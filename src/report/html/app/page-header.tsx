import { useEffect, useState } from "preact/hooks";
import type { Language } from "../../texts/language.js";
import { useSpeech } from "./speech.js";

const THEMES = ["auto", "light", "dark"] as const;

/** The name of the tool, and what can be set for the whole page. */
export function PageHeader({
  language,
  onLanguage,
}: {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}) {
  const { labels } = useSpeech();
  const [theme, setTheme] = useState<(typeof THEMES)[number]>("auto");
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <header class="page-header">
      <a class="brand" href="#overview">
        <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
          <rect class="brand-first" x="2" y="6" width="17" height="20" rx="3" />
          <rect class="brand-repeat" x="13" y="6" width="17" height="20" rx="3" />
        </svg>
        samecut
      </a>
      <div class="settings">
        <label>
          <span class="unseen">{labels.language}</span>
          <select value={language} onChange={(event) => onLanguage(event.currentTarget.value as Language)}>
            <option value="en" lang="en">
              English
            </option>
            <option value="zh" lang="zh-CN">
              中文
            </option>
          </select>
        </label>
        <label>
          <span class="unseen">{labels.theme}</span>
          <select
            value={theme}
            onChange={(event) => setTheme(event.currentTarget.value as (typeof THEMES)[number])}
          >
            {THEMES.map((each) => (
              <option key={each} value={each}>
                {labels.themes[each]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </header>
  );
}
