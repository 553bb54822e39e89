'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Purpose } from '../../lib/fileKinds'
import type { Unfinished } from '../../staff/uploads'
import { discard, isOf, transfer, unfinished, type Progress, type Transfer } from '../../upload/transfer'
import { useStaff } from '../useStaff'

export type Row = { key: number; file: File; progress: Progress; transfer?: Transfer }

/** More would fill the few connections a browser has to one server, and the admin would stand still. */
const AT_ONCE = 2

const active = ({ progress }: Row) => !['done', 'failed', 'cancelled'].includes(progress.state)

/** Uploads of one field or list: those under way, and those an earlier visit did not finish. */
export function useTransfers(purpose: Purpose, onDocument: (document: string) => void) {
  const { address, say, language } = useStaff()
  const [rows, setRows] = useState<Row[]>([])
  const [offered, setOffered] = useState<Unfinished[]>([])
  const counter = useRef(0)
  const latest = useRef({ rows, onDocument })
  latest.current = { rows, onDocument }
  const endpoint = address('/uploads')

  const look = useCallback(async () => {
    const mine = await unfinished(endpoint)
    setOffered(mine.filter((one) => one.purpose === purpose))
  }, [endpoint, purpose])
  useEffect(() => void look(), [look])

  const busy = rows.some(active)
  useEffect(() => {
    if (!busy) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [busy])
  // Left in the middle: the bytes stay on the server and are offered at the next visit.
  useEffect(() => () => latest.current.rows.filter(active).forEach((row) => row.transfer?.leave()), [])

  const start = ({ key, file }: Row) => {
    const onChange = (progress: Progress) => {
      setRows((now) => now.map((row) => (row.key === key ? { ...row, progress } : row)))
      if (progress.state === 'done' && progress.document) latest.current.onDocument(progress.document)
    }
    const begun = transfer({ file, endpoint, language, metadata: { purpose }, onChange })
    setRows((now) => now.map((row) => (row.key === key ? { ...row, transfer: begun } : row)))
  }
  useEffect(() => {
    const moving = rows.filter((row) => active(row) && !['queued', 'paused'].includes(row.progress.state))
    const next = rows.find(({ progress }) => progress.state === 'queued')
    if (next && moving.length < AT_ONCE) start(next)
    // `start` is made anew with every render; the rows decide.
  }, [rows])

  const add = (files: Iterable<File>) => {
    for (const file of files) {
      const key = counter.current++
      const progress: Progress = { state: 'queued', sent: 0, total: file.size, speed: null, kept: 0 }
      setRows((now) => [...now, { key, file, progress }])
      setOffered((now) => now.filter((one) => !isOf(one, file)))
    }
  }
  const again = (row: Row) => {
    drop(row)
    add([row.file])
  }
  const drop = ({ key }: Row) => setRows((now) => now.filter((row) => row.key !== key))
  const forget = (one: Unfinished) => {
    setOffered((now) => now.filter(({ id }) => id !== one.id))
    void discard(`${endpoint}/${one.id}`)
  }
  return { rows, offered, add, again, drop, forget, say }
}
