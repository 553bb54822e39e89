'use client'
export const FigureImport = () => null
