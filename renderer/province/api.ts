import type { z } from 'zod';
import { type Meeting, meeting } from '../../shared/meeting/meeting.ts';
import {
  type AttendanceChanged,
  type AttendanceDetail,
  type AttendanceReport,
  attendanceChanged,
  attendanceDetail,
  attendanceReport,
  type RulingRequest,
  rulingAnswer,
} from '../../shared/protocol/attendance.ts';
import {
  type LiveUpdate,
  liveUpdate,
  type loginRequest,
  meetingList,
  type PointList,
  pointList,
  readinessReport,
  type SessionInfo,
  sessionInfo,
} from '../../shared/protocol/console.ts';
import {
  type AskedMeeting,
  changedMeetings,
  type InvitationChange,
  type InvitationImport,
  invitationImport,
  type MeetingCancellation,
  type MeetingChangeRequest,
  type MeetingDetail,
  meetingDetail,
  type PolicyVersions,
  policyVersions,
} from '../../shared/protocol/meetings.ts';
import { type SealCheck, sealCheck } from '../../shared/protocol/minutes.ts';
import { periodReportAnswer, type ReportFormat } from '../../shared/protocol/reports.ts';
import {
  type PinCodeIssued,
  type PointRoster,
  type ProposalDecision,
  pinCodeIssued,
  pointRoster,
  type RosterChange,
  rosterChanged,
} from '../../shared/protocol/roster.ts';
import {
  type Ask,
  type AskRequest,
  ask,
  type CallRequest,
  type CheckingNow,
  checkingNow,
  type HelpBoard,
  type HelpChanged,
  helpBoard,
  helpChanged,
  type Wall,
  type WallPoint,
  wall,
  wallPoint,
} from '../../shared/protocol/wall.ts';
import type { ReportModel } from '../../shared/reports/model.ts';
import type { Result } from '../../shared/result.ts';
import type { Locale } from '../../shared/strings/translator.ts';
import { call, done, GET, posted, postedTable } from './hub-call.ts';

export type MeetingList = z.infer<typeof meetingList>;
export type Report = z.infer<typeof readinessReport>;
export type ChangedMeetings = z.infer<typeof changedMeetings>;
export type Credentials = z.infer<typeof loginRequest>;

/** Whether updates arrive right now. */
export type LiveState = 'on' | 'connecting';

/** The hub as the console sees it. Expected failures come back as errors with words. */
export interface ConsoleApi {
  readonly session: () => Promise<Result<SessionInfo>>;
  readonly signIn: (credentials: Credentials) => Promise<Result<SessionInfo>>;
  readonly signOut: () => Promise<Result<null>>;
  readonly meetings: () => Promise<Result<MeetingList>>;
  readonly readiness: (meetingId: string) => Promise<Result<Report>>;
  readonly points: () => Promise<Result<PointList>>;
  readonly roster: (point: string) => Promise<Result<PointRoster>>;
  readonly changeRoster: (point: string, change: RosterChange) => Promise<Result<{ readonly personId: string }>>;
  readonly issuePinCode: (point: string, personId: string) => Promise<Result<PinCodeIssued>>;
  readonly decideProposal: (point: string, id: string, decision: ProposalDecision) => Promise<Result<null>>;
  readonly policyVersions: () => Promise<Result<PolicyVersions>>;
  readonly changeInvitations: (id: string, asked: InvitationChange) => Promise<Result<null>>;
  readonly schedule: (asked: AskedMeeting) => Promise<Result<Meeting>>;
  readonly meetingDetail: (id: string) => Promise<Result<MeetingDetail>>;
  readonly changeMeeting: (id: string, asked: MeetingChangeRequest) => Promise<Result<ChangedMeetings>>;
  readonly cancelMeeting: (id: string, asked: MeetingCancellation) => Promise<Result<ChangedMeetings>>;
  /** `file`: an invitation list, CSV or XLSX. Wrong rows are named in the language of `locale`. */
  readonly importInvitations: (
    id: string,
    file: File,
    asked: { readonly reason: string; readonly locale: Locale },
  ) => Promise<Result<InvitationImport>>;
  readonly rollCall: (meetingId: string) => Promise<Result<AttendanceReport>>;
  readonly rollCallOf: (meetingId: string, point: string) => Promise<Result<AttendanceDetail>>;
  /** `address`: as `reportAddress` makes it. */
  readonly report: (address: string) => Promise<Result<{ readonly report: ReportModel }>>;
  readonly rule: (meetingId: string, asked: RulingRequest) => Promise<Result<{ readonly id: string }>>;
  readonly wall: (meetingId: string) => Promise<Result<Wall>>;
  readonly helpBoard: (meetingId: string) => Promise<Result<HelpBoard>>;
  readonly wallPoint: (meetingId: string, point: string) => Promise<Result<WallPoint>>;
  readonly callPoint: (meetingId: string, point: string, asked: CallRequest) => Promise<Result<null>>;
  readonly askPoint: (meetingId: string, point: string, asked: AskRequest) => Promise<Result<Ask>>;
  /** Follows the live updates until stopped, and connects again by itself. */
  readonly live: (listener: LiveListener) => () => void;
}

export interface LiveListener {
  readonly onReadiness: (update: LiveUpdate) => void;
  readonly onAttendance: (changed: AttendanceChanged) => void;
  readonly onHelp: (changed: HelpChanged) => void;
  readonly onChecking: (checking: CheckingNow) => void;
  readonly onState: (state: LiveState) => void;
}

/** Addresses are relative: the page comes from the hub itself, or through the application's own scheme. */
export function reportUrl(meetingId: string, format: ReportFormat): string {
  return `/api/reports/readiness?${new URLSearchParams({ meeting: meetingId, format })}`;
}

export function minutesUrl(meetingId: string, point: string, lang: Locale): string {
  return `${meetingUrl(meetingId)}/minutes/${encodeURIComponent(point)}?${new URLSearchParams({ lang })}`;
}

export function letterUrl(meetingId: string, point: string, sha256: string): string {
  return `${meetingUrl(meetingId)}/attachments/${encodeURIComponent(point)}/${sha256}`;
}

/** Whether the hub holds what a printed record was made from. */
export function checkMinutes(seal: string): Promise<Result<SealCheck>> {
  return call(`/api/console/minutes-check?${new URLSearchParams({ seal })}`, GET, sealCheck);
}

/** A year of a whole country is read for one. */
const REPORT_TIMEOUT_MS = 180_000;

export function createConsoleApi(): ConsoleApi {
  const session = '/api/console/session';
  return {
    session: () => call(session, { method: 'GET' }, sessionInfo),
    signIn: (credentials) => call(session, posted(credentials), sessionInfo),
    signOut: () => call(session, { method: 'DELETE' }, done),
    meetings: () => call('/api/console/meetings', { method: 'GET' }, meetingList),
    readiness: (id) => call(`${meetingUrl(id)}/readiness`, GET, readinessReport),
    points: () => call('/api/console/points', GET, pointList),
    roster: (point) => call(`${pointUrl(point)}/roster`, GET, pointRoster),
    changeRoster: (point, change) => call(`${pointUrl(point)}/roster/changes`, posted(change), rosterChanged),
    issuePinCode: (point, personId) =>
      call(`${pointUrl(point)}/roster/${encodeURIComponent(personId)}/pin-code`, posted({}), pinCodeIssued),
    decideProposal: (point, id, decision) =>
      call(`${pointUrl(point)}/proposals/${encodeURIComponent(id)}/decision`, posted(decision), done),
    policyVersions: () => call('/api/console/policy-versions', GET, policyVersions),
    changeInvitations: (id, asked) => call(`${meetingUrl(id)}/invitations`, posted(asked), done),
    schedule: (asked) => call('/api/console/meetings', posted(asked), meeting),
    meetingDetail: (id) => call(meetingUrl(id), GET, meetingDetail),
    changeMeeting: (id, asked) => call(`${meetingUrl(id)}/changes`, posted(asked), changedMeetings),
    cancelMeeting: (id, asked) => call(`${meetingUrl(id)}/cancellation`, posted(asked), changedMeetings),
    importInvitations: (id, file, asked) =>
      call(`${meetingUrl(id)}/invitations/file?${new URLSearchParams(asked)}`, postedTable(file), invitationImport),
    rollCall: (id) => call(`${meetingUrl(id)}/attendance`, GET, attendanceReport),
    rollCallOf: (id, point) => call(`${meetingUrl(id)}/attendance/${encodeURIComponent(point)}`, GET, attendanceDetail),
    report: (address) => call(address, GET, periodReportAnswer, REPORT_TIMEOUT_MS),
    rule: (id, asked) => call(`${meetingUrl(id)}/rulings`, posted(asked), rulingAnswer),
    wall: (id) => call(`${meetingUrl(id)}/wall`, GET, wall),
    helpBoard: (id) => call(`${meetingUrl(id)}/help`, GET, helpBoard),
    wallPoint: (id, point) => call(pointOf(id, point), GET, wallPoint),
    callPoint: (id, point, asked) => call(`${pointOf(id, point)}/call`, posted(asked), done),
    askPoint: (id, point, asked) => call(`${pointOf(id, point)}/asks`, posted(asked), ask),
    live: followLive,
  };
}

function pointUrl(code: string): string {
  return `/api/console/points/${encodeURIComponent(code)}`;
}

function meetingUrl(id: string): string {
  return `/api/console/meetings/${encodeURIComponent(id)}`;
}

function pointOf(meetingId: string, point: string): string {
  return `${meetingUrl(meetingId)}/points/${encodeURIComponent(point)}`;
}

const AGAIN_MS = 5000;

function followLive(listener: LiveListener): () => void {
  const { onState } = listener;
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function connect(): void {
    source = new EventSource('/api/console/live');
    source.onopen = () => onState('on');
    source.onerror = () => {
      onState('connecting');
      // A refused connection is closed for good by the browser; a broken one it takes up again itself.
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(connect, AGAIN_MS);
    };
    follow(source, 'readiness', liveUpdate, listener.onReadiness);
    follow(source, 'attendance', attendanceChanged, listener.onAttendance);
    follow(source, 'help', helpChanged, listener.onHelp);
    follow(source, 'checking', checkingNow, listener.onChecking);
  }
  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

/** What does not fit the contract is passed over. */
function follow<Schema extends z.ZodType>(
  source: EventSource,
  name: string,
  schema: Schema,
  take: (value: z.infer<Schema>) => void,
): void {
  source.addEventListener(name, (event) => {
    const parsed = schema.safeParse(parsedJson(event.data));
    if (parsed.success) take(parsed.data);
  });
}

function parsedJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
