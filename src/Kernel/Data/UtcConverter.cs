using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Guiju.Kernel.Data;

/// <summary>Instants are UTC everywhere, to the microsecond that every database keeps.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    time => new DateTime(time.Ticks / 10 * 10, DateTimeKind.Utc),
    time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
