import type { BilingualCheckWords } from '../check-words.ts';
import type { HostProblem } from './problems.ts';

export const hostWords: BilingualCheckWords<HostProblem> = {
  vi: {
    name: 'Máy tính',
    about: 'Bộ xử lý, bộ nhớ, ổ đĩa và nguồn điện của máy này.',
    ok: 'Máy đủ bộ nhớ, ổ đĩa và sức xử lý cho cuộc họp.',
    problems: {
      'disk-low': {
        says: 'Ổ đĩa chỉ còn trống {{freeGiB, number}} GiB, cần ít nhất {{neededGiB, number}} GiB.',
        do: 'Xóa tệp không cần, dọn thùng rác, rồi đo lại.',
      },
      'memory-low': {
        says: 'Bộ nhớ còn trống {{freeGiB, number}} GiB, cần ít nhất {{neededGiB, number}} GiB.',
        do: 'Đóng trình duyệt và các ứng dụng không dùng, hoặc khởi động lại máy, rồi đo lại.',
      },
      'cpu-busy': {
        says: 'Bộ xử lý đang bận {{loadPct, number}} %, chỉ nên tới {{allowedPct, number}} %.',
        do: 'Đóng ứng dụng khác, chờ cập nhật và quét vi-rút xong, rồi đo lại.',
      },
      'on-battery': {
        says: 'Máy đang chạy bằng pin.',
        do: 'Cắm sạc vào ổ điện hoặc bộ lưu điện (UPS) trước cuộc họp.',
      },
      'power-unknown': {
        says: 'Hệ điều hành không cho biết máy chạy bằng điện lưới hay bằng pin.',
        do: 'Xem đèn sạc của máy và cắm sạc; báo tỉnh nếu mục này vẫn không đo được.',
      },
      'os-silent': {
        says: 'Hệ điều hành không cho biết tình trạng của máy.',
        do: 'Khởi động lại máy rồi đo lại; nếu vẫn vậy, gọi đường dây hỗ trợ.',
      },
    },
  },
  en: {
    name: 'Computer',
    about: 'Processor, memory, disk and power of this machine.',
    ok: 'Memory, disk and processor are enough for the meeting.',
    problems: {
      'disk-low': {
        says: 'Only {{freeGiB, number}} GiB of disk are free, at least {{neededGiB, number}} GiB are needed.',
        do: 'Delete files that are not needed, empty the recycle bin, then test again.',
      },
      'memory-low': {
        says: '{{freeGiB, number}} GiB of memory are available, at least {{neededGiB, number}} GiB are needed.',
        do: 'Close the browser and applications not in use, or restart the machine, then test again.',
      },
      'cpu-busy': {
        says: 'The processor is {{loadPct, number}} % busy, {{allowedPct, number}} % at most is advised.',
        do: 'Close other applications, let updates and virus scans finish, then test again.',
      },
      'on-battery': {
        says: 'The machine runs on battery.',
        do: 'Plug the charger into the mains or the UPS before the meeting.',
      },
      'power-unknown': {
        says: 'The operating system does not tell whether the machine runs on mains or on battery.',
        do: 'Look at the charging light and plug the charger in; tell the province if this stays unmeasured.',
      },
      'os-silent': {
        says: 'The operating system does not tell how the machine is doing.',
        do: 'Restart the machine and test again; if it stays so, call the hotline.',
      },
    },
  },
};
