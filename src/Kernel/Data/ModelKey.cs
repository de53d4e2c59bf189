using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Guiju.Kernel.Data;

/// <summary>Two applications in one process may hold different modules; each set has a model of its own.</summary>
internal sealed class ModelKey : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), designTime, (context as GuijuDb)?.ModuleNames);
}
