'use client'
import { toast, useDocumentInfo, useField, useForm } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import type { CueSheet } from '../../staff/subtitles'
import { useStaff, type Answer } from '../useStaff'
import { keepDraft, keptDraft, type Draft } from './draft'
import { useHistory } from './useHistory'

const KEEP_MS = 600

/** The cues of the subtitle in hand: read from the server, kept in this browser while unsaved, written back as a new file. */
export function useCueSheet() {
  const { id, lastUpdateTime } = useDocumentInfo()
  const { call, say, language } = useStaff()
  const { setValue } = useField<string | null>({ path: 'file' })
  const { setModified } = useForm()
  const history = useHistory()
  const [sheet, setSheet] = useState<CueSheet | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [offered, setOffered] = useState<Draft | null>(null)
  const [busy, setBusy] = useState(false)
  const saved = useRef<CueSheet['cues']>([])
  const place = id ? (`/subtitles/${id}/cues` as const) : null

  const take = (answer: Answer<CueSheet>) => {
    setFault(answer.ok ? null : answer.error.message)
    if (!answer.ok) return false
    saved.current = answer.body.cues
    setSheet(answer.body)
    history.step({ do: 'begin', cues: answer.body.cues })
    return true
  }

  useEffect(() => {
    if (!place || !id) return
    let left = false
    void call<CueSheet>(place).then((answer) => {
      if (left || !take(answer) || !answer.ok) return
      const draft = keptDraft(String(id))
      setOffered(draft && JSON.stringify(draft.cues) !== JSON.stringify(answer.body.cues) ? draft : null)
    })
    return () => {
      left = true
    }
    // `call` and `take` are made anew with every render; the subtitle and its last save decide.
  }, [place, lastUpdateTime, language])

  const changed = sheet !== null && history.cues !== saved.current
  useEffect(() => {
    if (!sheet) return
    if (!changed) return void (history.mayRedo && keepDraft(String(id), null)) // everything was taken back
    const timer = setTimeout(
      () => keepDraft(String(id), { version: sheet.version, cues: history.cues, at: new Date().toISOString() }),
      KEEP_MS,
    )
    return () => clearTimeout(timer)
  }, [history.cues, changed])

  const save = async () => {
    if (!place || !sheet || busy) return
    setBusy(true)
    const answer = await call<CueSheet>(place, { version: sheet.version, cues: history.cues })
    setBusy(false)
    if (!take(answer) || !answer.ok) {
      if (!answer.ok) toast.error(answer.error.message, { duration: 12_000 })
      return
    }
    keepDraft(String(id), null)
    setOffered(null)
    // The form around us still holds the former file and would write it back with its next save.
    setValue(answer.body.version, true)
    setModified(false)
    toast.success(say('字幕已保存，送审后由同事审核。', 'Saved; a colleague reviews it after the hand-in.'))
  }

  const settleDraft = (restore: boolean) => {
    if (restore && offered) history.step({ do: 'change', cues: offered.cues })
    else keepDraft(String(id), null)
    setOffered(null)
  }
  return { id, sheet, fault, busy, changed, save, offered, settleDraft, say, language, ...history }
}
