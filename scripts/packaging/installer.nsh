; What the Windows installer does beyond copying. For a roll-out to many machines:
;   diem-cau-….exe /S /allusers /HUB=https://hop.tinh.vn:7443
; writes the province's address where the first start looks for it. It is no secret: joining takes an enrolment code.
!include "FileFunc.nsh"

!macro customInstall
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/HUB=" $R1
  ${IfNot} ${Errors}
    FileOpen $R2 "$INSTDIR\resources\hub-address.txt" w
    FileWrite $R2 "$R1"
    FileClose $R2
  ${EndIf}
!macroend

!macro customUnInstall
  Delete "$INSTDIR\resources\hub-address.txt"
!macroend
