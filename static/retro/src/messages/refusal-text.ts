import type { Refusal } from '#domain/refusal';
import { t } from '../i18n/t';

/** The sentence a person reads for a refusal, with its numbers filled in. */
export const refusalText = ({ code, details }: Refusal): string => t(`refusal.${code}`, details);
