'use client'
import type { ReactNode } from 'react'
export const StaffGate = ({ children }: { children: ReactNode }) => <>{children}</>
