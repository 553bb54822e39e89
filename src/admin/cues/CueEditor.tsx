'use client'
import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { byTime, change, insertAfter, mend, mendable, merge, remove, split } from '../../lib/cueEdits'
import { blocks, checkCues, type Finding, type Profile } from '../../lib/subtitleChecks'
import type { Cue } from '../../lib/subtitles'
import { errorCodes } from '../../lib/errorCodes'
import { when } from '../review/reasons'
import { CueBar, type EditorActs } from './CueBar'
import { CueHead } from './CueHead'
import { CueList } from './CueList'
import { CuePlayer } from './CuePlayer'
import { CueTools } from './CueTools'
import type { RowActs } from './CueRow'
import { useCueSheet } from './useCueSheet'
import { actFor } from './keys'

/** Writes a subtitle beside its film: text, times, checks and the words on the picture, saved as a new file. */
export function CueEditor() {
  const editor = useCueSheet()
  const { id, sheet, fault, busy, changed, save, offered, settleDraft, say, language, cues, step } = editor
  const [chosen, setChosen] = useState(0)
  const [heard, setHeard] = useState(-1)
  const [wish, setWish] = useState(0)
  const [profile, setProfile] = useState<Profile>('usual')
  const root = useRef<HTMLElement>(null)
  const video = useRef<HTMLVideoElement>(null)
  const durationMs = sheet?.film.durationMs ?? undefined

  const calm = useDeferredValue(cues)
  const findings = useMemo(() => checkCues(calm, profile, durationMs), [calm, profile, durationMs])
  const byCue = useMemo(() => byPlace(findings), [findings])

  /** Shows a cue, in the list and on the picture; with `focus` the cursor goes there. */
  const go = (at: number, list: readonly Cue[] = cues, focus = true) => {
    const to = Math.max(0, Math.min(list.length - 1, at))
    setChosen(to)
    setWish((count) => count + 1)
    if (video.current && list[to]) video.current.currentTime = list[to].start / 1000 + 0.001
    if (focus) setTimeout(() => textOf(root.current, to)?.focus())
  }
  const write = (next: Cue[], typing?: string) => step({ do: 'change', cues: next, ...(typing && { typing }) })
  const changeTimes = (at: number, part: Partial<Cue>) => {
    const next = change(cues, at, part)
    const sorted = byTime(next)
    write(sorted)
    if (sorted.indexOf(next[at]!) !== at) go(sorted.indexOf(next[at]!), sorted)
  }
  const now = () => Math.round((video.current?.currentTime ?? 0) * 1000)

  const acts: EditorActs = {
    save: () => void save(),
    undo: () => step({ do: 'undo' }),
    redo: () => step({ do: 'redo' }),
    split: () => {
      const caret = textOf(root.current, chosen)?.selectionStart ?? 0
      const next = split(cues, chosen, caret)
      if (next.length === cues.length) return
      write(next)
      go(chosen + 1, next)
    },
    merge: () => write(merge(cues, chosen)),
    insert: () => {
      const next = insertAfter(cues, cues.length ? chosen : -1)
      write(next)
      go(cues.length ? chosen + 1 : 0, next)
    },
    remove: () => write(remove(cues, chosen)),
    startHere: () => cues[chosen] && changeTimes(chosen, { start: now() }),
    endHere: () => cues[chosen] && write(change(cues, chosen, { end: now() })),
    play: () => (video.current?.paused ? void video.current.play() : video.current?.pause()),
    before: () => go(chosen - 1),
    after: () => go(chosen + 1),
    nextFinding: () => go((findings.find(({ cue }) => cue > chosen) ?? findings[0])?.cue ?? chosen),
    mendAll: () => {
      write(mendAll(cues, profile, durationMs))
      root.current?.focus() // the button goes, and the keys with it: the next is often to take it back
    },
  }
  // One object for every row and all time; what it does is always the latest.
  const latest = useRef<RowActs>(null!)
  latest.current = {
    choose: (at) => at !== chosen && go(at, cues, false),
    change: (at, part, done) =>
      done ? changeTimes(at, part) : write(change(cues, at, part), `${at} ${Object.keys(part).join()}`),
    mend: (finding: Finding) => write(mend(cues, finding, profile)),
  }
  const [rowActs] = useState<RowActs>(() => ({
    choose: (...asked) => latest.current.choose(...asked),
    change: (...asked) => latest.current.change(...asked),
    mend: (...asked) => latest.current.mend(...asked),
  }))

  if (!id)
    return (
      <p className="mb-film__hint">
        {say(
          '保存以后，就在这里对着影片写字幕、改字幕。',
          'Save first; then write and edit the subtitle here, beside the film.',
        )}
      </p>
    )
  if (!sheet) return fault ? <p className="mb-film__fault">{fault}</p> : null
  const locked = !sheet.mayChange || offered !== null
  const onKeyDown = (event: KeyboardEvent) => {
    const act = actFor(event)
    if (!act || (locked && !['play', 'before', 'after'].includes(act))) return
    event.preventDefault()
    event.stopPropagation()
    acts[act]()
  }
  return (
    <section
      aria-label={say('字幕编辑', 'Cue editor')}
      className="mb-cues"
      onKeyDown={onKeyDown}
      ref={root}
      tabIndex={-1}
    >
      <CueHead
        {...{ cues, findings, changed, busy, profile, onProfile: setProfile, acts, locked, say }}
        blocked={findings.some(blocks)}
        mendable={findings.filter(mendable).length}
      />
      {fault && <p className="mb-film__fault">{fault}</p>}
      {sheet.fault && <p className="mb-film__fault">{errorCodes[sheet.fault][language]}</p>}
      {sheet.left.length > 0 && !changed && (
        <p className="mb-cues__left">
          {say('读文件时：', 'While reading the file: ')}
          {sheet.left.map((words) => words[language]).join(say('；', '; '))}
        </p>
      )}
      {offered && (
        <p className="mb-cues__offer" role="alert">
          {say(
            `${when(offered.at, language)} 有没保存的修改。`,
            `There is unsaved work of ${when(offered.at, language)}. `,
          )}
          {offered.version !== sheet.version &&
            say('之后有人存过新的一版，恢复会盖住它。', 'Somebody saved another version since; restoring covers it. ')}
          <button className="mb-button" onClick={() => settleDraft(true)} type="button">
            {say('恢复', 'Restore')}
          </button>
          <button className="mb-button" onClick={() => settleDraft(false)} type="button">
            {say('丢掉', 'Discard')}
          </button>
        </p>
      )}
      <CuePlayer cues={cues} onHear={setHeard} say={say} sheet={sheet} video={video} />
      {!locked && <CueBar acts={acts} cue={cues[chosen]} at={chosen} count={cues.length} {...editor} />}
      {cues.length > 0 ? (
        <CueList
          {...{ cues, chosen, heard, wish, locked, language, acts: rowActs }}
          findings={byCue}
          writing={sheet.language}
        />
      ) : (
        <p className="mb-cues__empty">
          {say(
            '还没有字。点“加一条”一条一条写，或点“按全文分行”把全文贴进来。',
            'No text yet. Add one cue after another, or paste the whole text.',
          )}
        </p>
      )}
      {!locked && (
        <CueTools
          cues={cues}
          durationMs={sheet.film.durationMs}
          onChange={(next) => write(next)}
          profile={profile}
          say={say}
        />
      )}
    </section>
  )
}

const textOf = (root: HTMLElement | null, at: number) =>
  root?.querySelector<HTMLTextAreaElement>(`[data-cue="${at}"] textarea`)

function byPlace(findings: Finding[]): Map<number, Finding[]> {
  const found = new Map<number, Finding[]>()
  for (const finding of findings) found.set(finding.cue, [...(found.get(finding.cue) ?? []), finding])
  return found
}

/** Mending one thing may bring up the next, e.g. a shortened cue beside a long line. */
function mendAll(cues: Cue[], profile: Profile, durationMs?: number): Cue[] {
  let mended = cues
  for (let round = 0; round < 3; round++)
    for (const finding of checkCues(mended, profile, durationMs).filter(mendable))
      mended = mend(mended, finding, profile)
  return mended
}
