'use client'
import { useAuth } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useStaff } from '../useStaff'
import { UploadBox } from './UploadBox'

/** Above the list of files: several at once, each with its own bar; the list below grows as they arrive. */
export function UploadMany() {
  const { say } = useStaff()
  const { permissions } = useAuth()
  const { refresh } = useRouter()
  if (!permissions?.collections?.files?.create) return null
  return (
    <section aria-label={say('上传', 'Upload')} className="mb-upmany">
      <UploadBox many onDocument={refresh} purpose="file" words={say('上传文件（可多选）', 'Upload files')} />
    </section>
  )
}
