import type { ReactNode } from 'react'
import { barsSvg } from '../../analytics/charts/bars'
import type { Report } from '../../analytics/report'
import { explainMix } from '../../lib/mixExplained'
import { rulerSvg } from '../../lib/ruler'
import { HowCounted } from '../HowCounted'
import { sayIn, type Language } from '../say'
import { DraftButton } from './DraftButton'
import { PeriodPicker, type PickerProps } from './PeriodPicker'
import {
  filmSentence,
  heldSentence,
  leastReached,
  mixSentence,
  mostLacking,
  nameOf,
  reachSentence,
  rulerRows,
} from './sentences'
import { Trend } from './Trend'
import { howCounted, reportWords, type ReportWords } from './words'

type Props = { report: Report; language: Language; picker: PickerProps; admin: string; mayPlan: boolean }

/** One phone screen: three sentences, each with the next thing to do. What stands behind them follows below. */
export function ReportPage({ report, language, picker, admin, mayPlan }: Props) {
  const words = reportWords(language)
  const least = leastReached(report)
  const who = least ? nameOf(report.names.segments, least, language) : ''
  const film = report.weakest?.film
  const short = mostLacking(report)
  const plan = (label: string, wish: { topics?: string[]; segments?: string[] }, main = false) =>
    mayPlan ? (
      <DraftButton label={label} main={main} wish={wish} />
    ) : (
      <Go href={`${admin}/plan`} label={words.seePlan} />
    )
  return (
    <div className="gutter--left gutter--right mb-report">
      <header>
        <h1>
          {words.title}
          {report.demo ? <small className="mb-report__demo">{words.demo}</small> : null}
        </h1>
        <PeriodPicker {...picker} words={words} />
      </header>
      <ol className="mb-report__three" aria-label={words.three}>
        <Sentence text={mixSentence(report, language)}>
          {plan(words.toPlan, short ? { topics: [short] } : {}, true)}
        </Sentence>
        <Sentence text={reachSentence(report, language)}>
          {plan(who ? words.toReach(who) : words.toPlan, least ? { segments: [least] } : {})}
        </Sentence>
        <Sentence text={filmSentence(report, language)}>
          <Go
            href={film ? `${admin}/collections/videos/${film.id}` : `${admin}/collections/videos/create`}
            label={film ? words.toFilm : words.toUpload}
          />
        </Sentence>
      </ol>
      <Mixes admin={admin} report={report} language={language} words={words} />
      <HeldBack report={report} language={language} words={words} admin={admin} />
      <Audiences report={report} language={language} words={words} />
      <Trend report={report} words={words} />
      <Rest report={report} words={words} admin={admin} />
      <details className="mb-report__how">
        <summary>{words.how}</summary>
        <dl>
          {howCounted[language].map(([term, definition]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{definition}</dd>
            </div>
          ))}
        </dl>
        <p>
          <a href={picker.json}>{words.machine}</a>
        </p>
      </details>
    </div>
  )
}

const Sentence = ({ text, children }: { text: string; children: ReactNode }) => (
  <li>
    <p>{text}</p>
    {children}
  </li>
)

const Go = ({ href, label }: { href: string; label: string }) => (
  <a className="mb-button" href={href}>
    {label}
  </a>
)

type Part = { report: Report; language: Language; words: ReportWords }

/** 配比尺 twice: what was delivered and what was taken in, each over what people need. */
function Mixes({ report, language, words, admin }: Part & { admin: string }) {
  const { above } = report
  const demand = report.demand.map((row) => ({ ...row, name: language === 'en' ? row.nameEn : row.name }))
  const mixes = [
    { mix: report.delivered, ours: words.deliveredBar, note: words.deliveredOf },
    ...(above ? [{ mix: above, ours: words.aboveBar(above.name), note: words.deliveredOf }] : []),
    { mix: report.consumed, ours: words.consumedBar, note: words.consumedOf },
  ].filter(({ mix }) => mix.total > 0)
  if (!mixes.length) return null
  return (
    <section>
      <h2>{words.mix}</h2>
      {mixes.map(({ mix, ours, note }) => (
        <figure key={ours}>
          <Svg
            code={rulerSvg(rulerRows(report, mix, language), {
              language,
              labels: { ours, wanted: words.wantedBar },
              countsOnly: !mix.enough,
            })}
          />
          <figcaption>
            {note(mix.total, mix.distinct)}
            {mix.enough ? '' : ` · ${words.tooFew}`}
          </figcaption>
          {mix !== report.consumed && (
            <HowCounted
              admin={admin}
              demand={demand}
              how={explainMix({ rows: rulerRows(report, mix, language), distinct: mix.distinct }, language)}
              say={sayIn(language)}
            />
          )}
        </figure>
      ))}
    </section>
  )
}

function HeldBack({ report, language, words, admin }: Part & { admin: string }) {
  const sentence = heldSentence(report, language)
  if (!sentence) return null
  return (
    <section>
      <h2>{words.held}</h2>
      <p>{sentence}</p>
      <Go href={`${admin}/plan`} label={words.seePlan} />
    </section>
  )
}

function Audiences({ report, language, words }: Part) {
  const groups = [
    { title: words.bySegment, rows: report.segments, names: report.names.segments },
    { title: words.byVariety, rows: report.varieties, names: report.names.varieties },
  ]
  return (
    <section>
      <h2>{words.audience}</h2>
      {report.total.starts + report.total.reads === 0 ? <p>{words.noPlays}</p> : null}
      {groups.map(({ title, rows, names }) =>
        rows.length ? (
          <figure key={title}>
            <h3>{title}</h3>
            <Svg
              code={barsSvg(
                title,
                rows.map((row) => ({
                  name: nameOf(names, row.code, language),
                  values: [
                    { name: words.starts, value: row.starts },
                    { name: words.plays, value: row.plays },
                    { name: words.completions, value: row.completions },
                  ],
                  ...(row.reads ? { beside: { name: words.reads, value: row.reads } } : {}),
                  note: row.completion ? rate(row.completion, words) : '',
                })),
              )}
            />
          </figure>
        ) : null,
      )}
    </section>
  )
}

function Rest({ report, words, admin }: { report: Report; words: ReportWords; admin: string }) {
  const { spread, blanks, figures } = report
  return (
    <>
      {/* A median of one or two films would only repeat the third sentence. */}
      {spread && spread.films > 2 ? (
        <section>
          <h2>{words.films}</h2>
          <p>{words.spread(spread.median, spread.p90, spread.few, spread.films)}</p>
        </section>
      ) : null}
      {blanks.length ? (
        <section>
          <h2>{words.blanks}</h2>
          <p>{words.blanksHint}</p>
          <ul className="mb-report__list">
            {blanks.map(({ q, times }) => (
              <li key={q}>
                <span>{q}</span> <span>{words.times(times)}</span>
              </li>
            ))}
          </ul>
          <a className="mb-button" href={`${admin}/collections/articles/create`}>
            {words.toWrite}
          </a>
        </section>
      ) : null}
      {figures.length ? (
        <section>
          <h2>{words.figures}</h2>
          <p>{words.figuresHint}</p>
          <ul className="mb-report__list">
            {figures.map(({ metric, value, source, readAt, what }, n) => (
              <li key={n}>
                <span>
                  {source} {what}
                </span>{' '}
                <span>
                  {words.metrics[metric] ?? metric} {value} · {readAt}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

const rate = ({ share, low, high }: { share: number; low: number; high: number }, words: ReportWords) =>
  words.rate(...([share, low, high].map((part) => Math.round(part * 100)) as [number, number, number]))

/** Our own SVG strings: every name in them is escaped where they are made. */
export const Svg = ({ code }: { code: string }) => <div dangerouslySetInnerHTML={{ __html: code }} />
