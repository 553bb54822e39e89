import { label, type Label } from './labels'

export const roles = ['editor', 'reviewer', 'publisher', 'manager', 'auditor', 'admin'] as const
export type Role = (typeof roles)[number]

export const roleLabels: Record<Role, Label> = {
  editor: label('编辑', 'Editor'),
  reviewer: label('审核', 'Reviewer'),
  publisher: label('签发', 'Publisher'),
  manager: label('领导', 'Manager'),
  auditor: label('审计', 'Auditor'),
  admin: label('管理员', 'Administrator'),
}
