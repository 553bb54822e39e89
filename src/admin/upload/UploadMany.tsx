'use client'
import { useAuth, useListDrawerContext } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useStaff } from '../useStaff'
import { UploadBox } from './UploadBox'

/** Above the list of files: several at once, each with its own bar; the list below grows as they arrive. */
export function UploadMany() {
  const { say } = useStaff()
  const { permissions } = useAuth()
  const { refresh } = useRouter()
  const { isInDrawer } = useListDrawerContext()
  // In the drawer one chooses; the field it belongs to has an upload of its own.
  if (isInDrawer || !permissions?.collections?.files?.create) return null
  return (
    <section aria-label={say('上传', 'Upload')} className="mb-upmany">
      <UploadBox many onDocument={refresh} purpose="file" words={say('上传文件（可多选）', 'Upload files')} />
    </section>
  )
}
