import type { CheckWords } from '../check-words.ts';
import type { LinkProblem } from './problems.ts';

const QUIET_LINE = 'thử cắm dây thay Wi-Fi, tắt đồng bộ đám mây và tải tệp';

export const vi: CheckWords<LinkProblem> = {
  name: 'Đường truyền',
  about: 'Đo tới máy chủ của tỉnh: tốc độ lên và xuống, độ trễ, độ biến động trễ, mất gói, đồng hồ.',
  ok: 'Lên {{uploadBound}}{{uploadMbps, number}} Mbps, xuống {{downloadBound}}{{downloadMbps, number}} Mbps, trễ {{rttMs, number}} ms, biến động {{jitterMs, number}} ms, mất gói {{lossPct, number}} %.',
  problems: {
    'no-network': {
      says: 'Máy này không có kết nối mạng nào.',
      do: 'Cắm lại cáp mạng TSLCD, xem đèn ở cổng mạng; hoặc bật bộ điều hợp mạng trong hệ điều hành.',
    },
    'name-unresolved': {
      says: 'Không tìm được địa chỉ của máy chủ tỉnh ({{host}}).',
      do: 'Kiểm tra cấu hình DNS của mạng TSLCD; nếu đúng, gọi đường dây hỗ trợ của tỉnh.',
    },
    'hub-unreachable': {
      says: 'Không tới được máy chủ tỉnh ({{host}}), nên chưa đo được đường truyền. Đây không tính là lỗi của điểm cầu.',
      do: 'Kiểm tra cáp mạng TSLCD; nếu mạng vẫn chạy, gọi đường dây hỗ trợ của tỉnh rồi đo lại.',
    },
    'hub-insecure': {
      says: 'Không lập được kết nối an toàn với {{host}} ({{cause}}).',
      do: 'Xem ngày giờ của máy có đúng không; nếu đúng, không đi tiếp mà báo đường dây hỗ trợ của tỉnh.',
    },
    'hub-busy': {
      says: 'Máy chủ tỉnh đang đo cho nhiều điểm cầu khác.',
      do: 'Chờ một phút rồi bấm “Đo lại”.',
    },
    'hub-refused': {
      says: 'Máy chủ tỉnh chưa cho phép đo ({{cause}}).',
      do: 'Xem máy này đã ghi danh chưa, rồi đo lại; nếu vẫn vậy, gọi đường dây hỗ trợ.',
    },
    'not-enrolled': {
      says: 'Máy này chưa ghi danh với tỉnh nên chưa biết đo tới đâu.',
      do: 'Nhập mã ghi danh do tỉnh cấp, rồi đo lại.',
    },
    'responder-silent': {
      says: 'Máy chủ tỉnh trả lời nhưng cổng đo đường truyền không trả lời.',
      do: 'Báo đường dây hỗ trợ của tỉnh: tường lửa có thể đang chặn cổng đo (UDP và TCP).',
    },
    interrupted: {
      says: 'Đường truyền đứt giữa chừng khi đang đo.',
      do: 'Kiểm tra cáp và đèn của bộ chuyển mạch, rồi đo lại; nếu đứt nữa, gọi đơn vị quản lý đường truyền.',
    },
    'tcp-only': {
      says: 'Mạng chặn UDP: hình và tiếng phải đi qua TCP, dễ giật khi mất gói.',
      do: 'Nhờ người quản lý tường lửa mở UDP tới máy chủ của tỉnh.',
    },
    'upload-low': {
      says: 'Tốc độ tải lên {{uploadMbps, number}} Mbps, cần ít nhất {{neededMbps, number}} Mbps.',
      do: `Ngắt thiết bị khác đang dùng mạng, ${QUIET_LINE}, rồi đo lại.`,
    },
    'upload-unmeasured': {
      says: 'Chưa đo được tốc độ tải lên.',
      do: 'Đóng các ứng dụng đang dùng mạng rồi bấm “Đo lại”.',
    },
    'download-low': {
      says: 'Tốc độ tải xuống {{downloadMbps, number}} Mbps, cần ít nhất {{neededMbps, number}} Mbps.',
      do: `Ngắt thiết bị khác đang dùng mạng, ${QUIET_LINE}, rồi đo lại.`,
    },
    'download-unmeasured': {
      says: 'Chưa đo được tốc độ tải xuống.',
      do: 'Đóng các ứng dụng đang dùng mạng rồi bấm “Đo lại”.',
    },
    'rtt-high': {
      says: 'Độ trễ {{rttMs, number}} ms, chỉ nên tới {{allowedMs, number}} ms.',
      do: 'Dùng đường TSLCD thay cho mạng di động hoặc VPN; tắt các ứng dụng đang tải dữ liệu.',
    },
    'jitter-high': {
      says: 'Độ biến động trễ {{jitterMs, number}} ms, chỉ nên tới {{allowedMs, number}} ms.',
      do: `Hình và tiếng sẽ giật: ${QUIET_LINE}.`,
    },
    'loss-high': {
      says: 'Mất gói {{lossPct, number}} % (chiều lên {{lossUpPct, number}} %, chiều xuống {{lossDownPct, number}} %), chỉ nên tới {{allowedPct, number}} %.',
      do: 'Thử cắm dây thay Wi-Fi, tắt đồng bộ đám mây; đổi cáp mạng hoặc cổng trên bộ chuyển mạch.',
    },
    'clock-off': {
      says: 'Đồng hồ máy này lệch {{offsetSeconds, number}} giây so với tỉnh, chỉ nên tới {{allowedSeconds, number}} giây.',
      do: 'Bật tự động cập nhật ngày giờ, hoặc chỉnh lại ngày giờ của máy, rồi đo lại.',
    },
    wireless: {
      says: 'Máy đang dùng kết nối không dây ({{adapter}}).',
      do: 'Cắm dây mạng TSLCD cho cuộc họp; tắt Wi-Fi sau khi cắm.',
    },
  },
};
